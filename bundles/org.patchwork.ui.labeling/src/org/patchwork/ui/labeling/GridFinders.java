// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.patchwork.core.LabelTable;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.labeling.QuickFinder.Answer;
import org.patchwork.ui.labeling.QuickFinder.Hit;

/** Goes to a class or to an image by typing what it is called. */
final class GridFinders {
  private static final String CLASS_HINT =
      "Enter puts it in focus; Ctrl+Enter: present in the selected images, Shift+Enter: absent.";
  private static final String NO_CLASS =
      "No class is called so. Add classes in the view Class Toggles.";

  private final Control owner;
  private final OpenProject open;
  private final PageModel page;

  GridFinders(Control owner, OpenProject open, PageModel page) {
    this.owner = owner;
    this.open = open;
    this.page = page;
  }

  /** Opens the finder of classes; null without a project. */
  QuickFinder<String> findClass() {
    if (open.session() == null) {
      return null;
    }
    List<ClassStyle> classes = ClassStyle.of(open.session().classes());
    QuickFinder<String> finder =
        new QuickFinder<>(
            owner,
            "Class",
            CLASS_HINT,
            typed -> CompletableFuture.completedFuture(answer(classes, typed)),
            this::classChosen);
    finder.open();
    return finder;
  }

  /** Opens the finder of images; null without a page. */
  QuickFinder<Integer> goToImage() {
    if (open.session() == null || page.page().size() == 0) {
      return null;
    }
    ImageSearch search = new ImageSearch(page.page(), open.session().labels());
    QuickFinder<Integer> finder =
        new QuickFinder<>(
            owner,
            "Number of the image, or part of its path",
            "Enter goes to the image.",
            search::find,
            (place, stateMask) -> page.select(page.selection().at(place)));
    finder.open();
    return finder;
  }

  private static Answer<String> answer(List<ClassStyle> classes, String typed) {
    List<Hit<String>> hits =
        ClassMatch.of(classes, typed).stream()
            .map(each -> new Hit<>(line(each), each.id()))
            .toList();
    return new Answer<>(hits, NO_CLASS);
  }

  private static String line(ClassStyle each) {
    return each.keyText().isEmpty() ? each.name() : each.name() + "   (" + each.keyText() + ")";
  }

  private void classChosen(String classId, int stateMask) {
    LabelActions actions = new LabelActions(open, page);
    if ((stateMask & SWT.MOD2) != 0) {
      actions.setLabel(classId, LabelTable.ABSENT);
    } else if ((stateMask & SWT.MOD1) != 0) {
      actions.setLabel(classId, LabelTable.PRESENT);
    } else {
      page.setFocusClass(classId);
    }
  }
}
