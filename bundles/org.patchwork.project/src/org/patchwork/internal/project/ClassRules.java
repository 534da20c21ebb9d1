// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.patchwork.core.ProjectFormatException;

/** What a class may be called and look like. */
public final class ClassRules {
  /** Column names of label files that mean something else (SPEC A.1). */
  public static final Set<String> RESERVED =
      Set.of("filepath", "exclude", "viewpath", "validation", "subset");

  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  private ClassRules() {}

  /**
   * Checks one class against the others.
   *
   * @throws ProjectFormatException if it does not fit; says how to make it fit
   */
  static void check(ClassDefinition definition, List<ClassDefinition> others)
      throws ProjectFormatException {
    checkName(definition.name());
    checkText(
        definition.name(), definition.name() + definition.description() + definition.hotKey());
    if (!COLOR.matcher(definition.color()).matches()) {
      throw new ProjectFormatException(
          "The colour of class \""
              + definition.name()
              + "\" is \""
              + definition.color()
              + "\", but must be written like #0072b2.");
    }
    if (definition.hotKey().codePointCount(0, definition.hotKey().length()) > 1) {
      throw new ProjectFormatException(
          "The hot key of class \""
              + definition.name()
              + "\" is \""
              + definition.hotKey()
              + "\", but must be a single character.");
    }
    checkUnique("name", ClassDefinition::name, definition, others);
    checkUnique("hot key", ClassDefinition::hotKey, definition, others);
  }

  private static void checkName(String name) throws ProjectFormatException {
    if (name.isBlank()) {
      throw new ProjectFormatException("A class needs a name.");
    }
    if (RESERVED.contains(name)) {
      throw new ProjectFormatException(
          "A class cannot be called \""
              + name
              + "\": label files use that name for something else. Choose another.");
    }
  }

  /**
   * Checks the name of an exclusion group.
   *
   * @throws ProjectFormatException if it cannot be saved
   */
  static void checkGroup(String group) throws ProjectFormatException {
    if (XmlText.firstUnwritable(group) >= 0) {
      throw new ProjectFormatException(
          "The name of the group has a character that cannot be saved. Take it out.");
    }
  }

  private static void checkText(String name, String text) throws ProjectFormatException {
    int wrong = XmlText.firstUnwritable(text);
    if (wrong >= 0) {
      throw new ProjectFormatException(
          "Class \"%s\" has a character that cannot be saved (code %d). Take it out."
              .formatted(name, (int) text.charAt(wrong)));
    }
  }

  private static void checkUnique(
      String property,
      Function<ClassDefinition, String> value,
      ClassDefinition definition,
      List<ClassDefinition> others)
      throws ProjectFormatException {
    for (ClassDefinition other : others) {
      boolean same =
          other.number() != definition.number()
              && value.apply(other).equals(value.apply(definition));
      if (same && !value.apply(definition).isEmpty()) {
        throw new ProjectFormatException(
            "Class \""
                + other.name()
                + "\" has the "
                + property
                + " \""
                + value.apply(definition)
                + "\" already. Choose another.");
      }
    }
  }
}
