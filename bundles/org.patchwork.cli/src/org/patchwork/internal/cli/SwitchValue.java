// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * What a switch is set to: true where it stands alone, else what is attached to it, as in {@code
 * --list=false}. The next word is never its value, so a switch may stand before a positional.
 */
final class SwitchValue implements IParameterPreprocessor {
  private static final String DETACHED = " ";

  @Override
  public boolean preprocess(
      Stack<String> words, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    if (DETACHED.equals(info.get("separator"))) {
      refuseTruth(words, command, option);
      words.push("true");
    }
    return false; // picocli goes on with the word on top
  }

  /** {@code --list false} would otherwise mean the opposite of what was written. */
  private static void refuseTruth(Stack<String> words, CommandSpec command, ArgSpec option) {
    String next = words.isEmpty() ? "" : words.peek();
    if (next.equalsIgnoreCase("true") || next.equalsIgnoreCase("false")) {
      String name = ((OptionSpec) option).longestName();
      throw new ParameterException(
          command.commandLine(),
          "The value of "
              + name
              + " is attached to it: write "
              + name
              + "="
              + next
              + ", or ./"
              + next
              + " if that is a path.");
    }
  }
}
