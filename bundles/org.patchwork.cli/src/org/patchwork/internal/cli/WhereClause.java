// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter.Condition;

/**
 * Conditions as users type them: {@code present=cat, predicted:0.2:0.8="big, dog"}. What stands
 * before the first {@code =} is the kind, all behind it is the name, in double quotes if it holds a
 * comma; quotes in it are doubled. Nothing else in a name means anything.
 */
public final class WhereClause {
  private static final String KINDS =
      "present=CLASS, absent=CLASS, unknown=CLASS, subset=NAME or predicted:MIN:MAX=CLASS";

  private final UnaryOperator<String> classId;

  /**
   * Reads conditions about these classes.
   *
   * @param classId stable id of a class by its name; throws {@link IllegalArgumentException} if
   *     there is none
   */
  public WhereClause(UnaryOperator<String> classId) {
    this.classId = classId;
  }

  /**
   * The conditions in a text, all of which are to hold.
   *
   * @throws IllegalArgumentException if it cannot be understood; says what can
   */
  public List<Condition> parse(String text) {
    return entries(text).stream().map(this::condition).toList();
  }

  private Condition condition(String entry) {
    int equals = entry.indexOf('=');
    if (equals < 1 || equals == entry.length() - 1) {
      throw misunderstood(entry);
    }
    String name = entry.substring(equals + 1);
    String kind = entry.substring(0, equals).strip();
    return switch (kind) {
      case "present" -> new Condition.Label(classId.apply(name), LabelTable.PRESENT);
      case "absent" -> new Condition.Label(classId.apply(name), LabelTable.ABSENT);
      case "unknown" -> new Condition.Label(classId.apply(name), LabelTable.UNKNOWN);
      case "subset" -> new Condition.Subset(name);
      default -> predicted(kind, name, entry);
    };
  }

  private Condition predicted(String kind, String name, String entry) {
    String[] parts = kind.split(":", -1);
    if (parts.length != 3 || !parts[0].equals("predicted")) {
      throw misunderstood(entry);
    }
    try {
      return new Condition.Predicted(
          classId.apply(name), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + entry + "\" needs two probabilities, as in predicted:0.2:0.8=CLASS.", e);
    }
  }

  private static IllegalArgumentException misunderstood(String entry) {
    return new IllegalArgumentException(
        "\"" + entry + "\" is no condition; write " + KINDS + ", several with commas.");
  }

  /** What stands between commas outside quotes, without the quotes. */
  private static List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    StringBuilder entry = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        entry.append(c);
        i++;
      } else if (c == '"' && (quoted || entry.toString().endsWith("="))) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        add(entry, entries);
      } else {
        entry.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("A quote is not closed in " + text + ".");
    }
    add(entry, entries);
    return entries;
  }

  private static void add(StringBuilder entry, List<String> entries) {
    String stripped = entry.toString().strip();
    if (!stripped.isEmpty()) {
      entries.add(stripped);
    }
    entry.setLength(0);
  }
}
