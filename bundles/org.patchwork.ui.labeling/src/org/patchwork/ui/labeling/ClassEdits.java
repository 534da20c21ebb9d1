// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.swt.graphics.RGB;
import org.patchwork.project.Edit;
import org.patchwork.project.EditResult;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.classes.RemovedClass;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Palette;

/**
 * Changes of the classes themselves; each is one undo step, and labels are never lost by one that
 * is undone.
 */
final class ClassEdits {
  private static final String SOURCE = "classes";

  private final OpenProject open;

  ClassEdits(OpenProject open) {
    this.open = open;
  }

  /** Adds a class, unknown in all images. */
  void add(String name) {
    List<ClassStyle> classes = ClassStyle.of(open.session().classes());
    String free =
        ClassStyle.KEYS
            .chars()
            .filter(key -> classes.stream().noneMatch(each -> each.key() == key))
            .mapToObj(Character::toString)
            .findFirst()
            .orElse("");
    open.submit(new Edit.AddClass(name.strip(), null, null, free), SOURCE);
  }

  void rename(ClassStyle style, String name) {
    if (!name.isBlank() && !name.strip().equals(style.name())) {
      open.submit(new Edit.UpdateClass(style.id(), name.strip(), null, null, null), SOURCE);
    }
  }

  void recolor(ClassStyle style, RGB color) {
    open.submit(new Edit.UpdateClass(style.id(), null, null, Palette.hex(color), null), SOURCE);
  }

  /**
   * Gives a class another key.
   *
   * @return why not, or null if it is done
   */
  String changeKey(ClassStyle style, String typed) {
    String key = typed.strip().toLowerCase(Locale.ROOT);
    String fault = keyFault(open.session(), style, key);
    if (fault == null) {
      open.submit(new Edit.UpdateClass(style.id(), null, null, null, key), SOURCE);
    }
    return fault;
  }

  /** Why a class cannot have this key, or null if it can. */
  static String keyFault(ProjectSession session, ClassStyle style, String key) {
    if (key.length() != 1 || !ClassStyle.KEYS.contains(key)) {
      return "A class takes one of the keys " + String.join(" ", ClassStyle.KEYS.split("")) + ".";
    }
    for (ClassStyle other : ClassStyle.of(session.classes())) {
      if (other.key() == key.charAt(0) && !other.id().equals(style.id())) {
        return "The key " + other.keyText() + " belongs to " + other.name() + ".";
      }
    }
    return null;
  }

  /** Makes a class with the same labels, under a name that is free. */
  CompletableFuture<EditResult> copy(ClassStyle style) {
    String name = style.name() + " copy";
    for (int number = 2; open.session().classByName(name) != null; number++) {
      name = style.name() + " copy " + number;
    }
    return open.submit(new Edit.CopyClass(style.id(), name), SOURCE);
  }

  void move(ClassStyle style, int position) {
    open.submit(new Edit.MoveClass(style.id(), position), SOURCE);
  }

  /**
   * Deletes a class.
   *
   * @return completes with what to say about it: how many labels went with it
   */
  CompletableFuture<String> delete(ClassStyle style) {
    ProjectSession session = open.session();
    return open.submit(new Edit.RemoveClass(style.id()), SOURCE)
        .thenApply(
            result ->
                session.removedClasses().stream()
                    .filter(each -> each.id().equals(style.id()))
                    .map(ClassEdits::farewell)
                    .findFirst()
                    .orElse(""));
  }

  private static String farewell(RemovedClass removed) {
    return removed.labels() == 0
        ? "Deleted " + removed.name() + ", which had no labels."
        : String.format(
            Locale.ENGLISH,
            "Deleted %s with its %,d labels. Undo brings them back.",
            removed.name(),
            removed.labels());
  }
}
