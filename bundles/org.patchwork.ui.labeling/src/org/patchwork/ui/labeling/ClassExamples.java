// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.patchwork.project.Edit;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;

/** The images that show what a class means: taken from the selection, shown beside the toggle. */
final class ClassExamples {
  private final ClassTable classes;
  private final OpenProject open;
  private final PageModel page;

  ClassExamples(ClassTable classes, OpenProject open, PageModel page) {
    this.classes = classes;
    this.open = open;
    this.page = page;
  }

  /** Puts the selected images before the examples of the class of the row that is selected. */
  void use() {
    ClassRow row = classes.selectedRow();
    if (row != null) {
      add(row, page.selectedRows());
    }
  }

  /** Puts images before the examples of a class; of too many the oldest go. */
  void add(ClassRow row, int[] rows) {
    Set<Integer> all = new LinkedHashSet<>();
    Arrays.stream(rows).limit(Edit.MAX_EXAMPLES).forEach(all::add);
    all.addAll(row.examples());
    int[] kept = all.stream().limit(Edit.MAX_EXAMPLES).mapToInt(Integer::intValue).toArray();
    if (rows.length > 0) {
      open.submit(new Edit.SetExamples(row.style().id(), kept), "classes");
    }
  }

  /** Shows all examples of the class of the row that is selected as a page. */
  void show() {
    ClassRow row = classes.selectedRow();
    if (row != null) {
      List<Integer> rows = row.examples();
      int[] shown =
          rows.stream()
              .mapToInt(Integer::intValue)
              .filter(each -> each < open.session().labels().rows())
              .toArray();
      String text =
          shown.length == 0
              ? row.style().name() + " has no examples yet. Select images and press Ctrl+Shift+E."
              : "Examples of " + row.style().name();
      page.show(Page.browsed(shown, "examples", text));
    }
  }

  /** Takes all examples away. */
  void clear() {
    ClassRow row = classes.selectedRow();
    if (row != null) {
      open.submit(new Edit.SetExamples(row.style().id(), new int[0]), "classes");
    }
  }
}
