// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.Contribution;
import org.patchwork.core.PatchworkException;
import picocli.CommandLine.ParameterException;

/**
 * Runs one command: finds it, reads its options, runs it, prints what it says. The boundary of the
 * process, where every exception ends as a sentence and an exit code.
 */
public final class CommandRunner {
  private static final Map<String, String> ALIASES =
      Map.of("--help", "help", "-h", "help", "--version", "version", "-V", "version");

  private final CommandContext context;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;

  /**
   * Prepares to run commands.
   *
   * @param out takes results
   * @param err takes progress, problems and errors
   * @param terminal true if {@code err} is looked at by a person
   */
  public CommandRunner(CommandContext context, PrintStream out, PrintStream err, boolean terminal) {
    this.context = context;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /**
   * Runs the command named by the first argument, or by the first two: {@code classes merge} is the
   * command {@code classes-merge}.
   *
   * @param interrupted true once the user wants to stop
   * @return one of {@link ExitCodes}
   */
  public int run(String[] arguments, BooleanSupplier interrupted) {
    String first = arguments.length == 0 ? "help" : arguments[0];
    String name = ALIASES.getOrDefault(first, first);
    List<String> rest =
        Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
    Optional<Contribution<Command<?>>> twoWords =
        rest.isEmpty() ? Optional.empty() : context.commands().find(name + "-" + rest.getFirst());
    if (twoWords.isPresent()) {
      return run(
          twoWords.get(), twoWords.get().instance(), rest.subList(1, rest.size()), interrupted);
    }
    Optional<Contribution<Command<?>>> command = context.commands().find(name);
    if (command.isEmpty()) {
      err.println(
          "patchwork: there is no command \""
              + name
              + "\"."
              + Suggestions.of(name, context.commands()));
      return ExitCodes.USAGE;
    }
    return run(command.get(), command.get().instance(), rest, interrupted);
  }

  private <P extends Record> int run(
      Contribution<Command<?>> contribution,
      Command<P> command,
      List<String> typed,
      BooleanSupplier interrupted) {
    boolean json = typed.contains(Syntax.JSON);
    try {
      List<String> arguments = named(command, typed);
      Syntax<P> syntax = new Syntax<>(contribution, command, context, arguments);
      if (arguments.contains("--help") || arguments.contains("-h")) {
        out.print(syntax.usage());
        return ExitCodes.OK;
      }
      CommandResult result = execute(command, syntax, arguments, interrupted);
      print(result, json);
      return result.failed() ? ExitCodes.FAILED : ExitCodes.OK;
    } catch (OperationCanceledException e) {
      return fail(json, ExitCodes.CANCELED, "Stopped.");
    } catch (PatchworkException e) {
      return fail(json, ExitCodes.FAILED, e.getMessage());
    } catch (ParameterException | IllegalArgumentException e) {
      String help = " See: patchwork " + Syntax.typed(contribution, context.commands()) + " --help";
      return fail(json, ExitCodes.USAGE, e.getMessage() + help);
    } catch (RuntimeException | LinkageError e) {
      e.printStackTrace(err); // the outermost boundary: what goes with the report of a defect
      return fail(
          json, ExitCodes.DEFECT, "This is a defect; please report it with the lines above.");
    }
  }

  private <P extends Record> CommandResult execute(
      Command<P> command, Syntax<P> syntax, List<String> arguments, BooleanSupplier interrupted)
      throws PatchworkException {
    try (ConsoleProgress progress =
        new ConsoleProgress(err, terminal, interrupted, System::nanoTime)) {
      return command.run(syntax.parse(arguments), progress);
    }
  }

  private void print(CommandResult result, boolean json) {
    result.problems().forEach(problem -> err.println("patchwork: " + problem));
    if (!json) {
      result.lines().forEach(out::println);
      return;
    }
    Map<String, Object> values = new LinkedHashMap<>(result.values());
    if (!result.problems().isEmpty()) {
      values.put("problems", result.problems());
    }
    out.println(json(values));
  }

  private int fail(boolean json, int code, String message) {
    err.println("patchwork: " + message);
    if (json) {
      out.println(json(Map.of("error", String.valueOf(message), "exitCode", code)));
    }
    return code;
  }

  /** The arguments, with its name before an algorithm that was typed first. */
  private static List<String> named(Command<?> command, List<String> typed) {
    String name = "--" + command.leadingAlgorithm();
    if (name.length() == 2
        || typed.isEmpty()
        || typed.get(0).startsWith("-")
        || typed.stream().anyMatch(word -> word.equals(name) || word.startsWith(name + "="))) {
      return typed;
    }
    List<String> named = new ArrayList<>(List.of(name));
    named.addAll(typed);
    return named;
  }

  private static String json(Map<String, Object> values) {
    try {
      return JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A result holds what JSON cannot", e);
    }
  }
}
