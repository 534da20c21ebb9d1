// SPDX-License-Identifier: MIT
package org.patchwork.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command has to say.
 *
 * @param values for machines, printed as one JSON object with {@code --json}: text, numbers,
 *     booleans, lists and maps of these
 * @param lines for people, printed otherwise
 * @param problems what went wrong without making the command fail; printed on the error stream, and
 *     under the key {@code problems} with {@code --json}
 * @param failed true if what was asked for is not so, though the command itself has worked: printed
 *     as usual, with exit code 1
 */
public record CommandResult(
    Map<String, Object> values, List<String> lines, List<String> problems, boolean failed) {
  public CommandResult {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /** Collects a result. */
  public static Builder builder() {
    return new Builder();
  }

  /** A result under construction. */
  public static final class Builder {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean failed;

    private Builder() {}

    /** Adds a value for machines. */
    public Builder value(String key, Object value) {
      values.put(key, value);
      return this;
    }

    /** Adds a line for people, as {@link String#format}. */
    public Builder line(String format, Object... arguments) {
      lines.add(arguments.length == 0 ? format : String.format(format, arguments));
      return this;
    }

    /** Adds problems. */
    public Builder problems(List<String> more) {
      problems.addAll(more);
      return this;
    }

    /** Says no, by exit code 1. */
    public Builder failed() {
      failed = true;
      return this;
    }

    /** The result. */
    public CommandResult build() {
      return new CommandResult(values, lines, problems, failed);
    }
  }
}
