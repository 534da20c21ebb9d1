// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Contribution;
import org.patchwork.core.NoParameters;
import org.patchwork.internal.cli.Syntax;

/** Lists all commands. */
public final class HelpCommand implements Command<NoParameters> {
  @Override
  public Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  public CommandResult run(Invocation<NoParameters> invocation, IProgressMonitor monitor) {
    List<Contribution<Command<?>>> commands = invocation.context().commands().all();
    CommandResult.Builder result =
        CommandResult.builder()
            .line(
                "Patchwork labels image patches with you: it learns from each page and chooses the"
                    + " next.")
            .line("")
            .line("  patchwork                  opens the workbench")
            .line("  patchwork demo             opens it with a sample project")
            .line(
                "  patchwork COMMAND --help   explains one of the commands, which need no display:")
            .line("");
    int width = commands.stream().mapToInt(each -> each.shortId().length()).max().orElse(0);
    for (Contribution<Command<?>> command : commands) {
      result.line(
          "  %-" + (width + 1) + "s %s",
          Syntax.typed(command, invocation.context().commands()),
          firstSentence(command.description()));
    }
    result
        .line("")
        .line(
            "Every command takes --json. Exit codes: 0 done, 1 failed, 2 wrong use, 3 defect, 130"
                + " stopped.");
    return result
        .value(
            "commands", commands.stream().map(each -> values(each, invocation.context())).toList())
        .build();
  }

  private static Map<String, Object> values(
      Contribution<Command<?>> command, CommandContext context) {
    return Map.of(
        "name", Syntax.typed(command, context.commands()), "description", command.description());
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }
}
