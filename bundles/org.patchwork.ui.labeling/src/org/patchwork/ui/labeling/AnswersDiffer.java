// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.core.RowFilter.LabelStatus;
import org.patchwork.learn.Agreement;
import org.patchwork.learn.ClassAgreement;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.UiThread;

/**
 * Offers the images on which answers of annotators differ as a condition of the Sampling strip, as
 * they are when it is chosen. Such images are mostly labelled, so the filter no longer asks for
 * unlabelled ones.
 */
final class AnswersDiffer {
  private final OpenProject open;
  private final FilterBar filter;
  private final Consumer<String> say;
  private final UiThread thread;

  /**
   * Offers to this filter.
   *
   * @param say tells the user how it came out
   */
  AnswersDiffer(OpenProject open, FilterBar filter, Control owner, Consumer<String> say) {
    this.open = open;
    this.filter = filter;
    this.say = say;
    this.thread = UiThread.of(owner);
  }

  /** Adds the choices behind those that the menu has already. */
  void addTo(Menu menu) {
    ProjectSession session = open.session();
    if (session == null || session.classes().isEmpty()) {
      return;
    }
    DropDown.separator(menu);
    Menu choices = DropDown.submenu(menu, "Answers differ");
    DropDown.item(choices, "About any class", () -> find(session, null));
    List<ClassStyle> classes = ClassStyle.of(session.classes());
    classes.forEach(
        each -> DropDown.item(choices, "About " + each.name(), () -> find(session, each)));
  }

  /** Looks for the images in the background. */
  void find(ProjectSession session, ClassStyle about) {
    String name = about == null ? "answers differ" : "answers about " + about.name() + " differ";
    thread.deliver(
        CompletableFuture.supplyAsync(
            () -> rows(AgreementFigures.compute(session).agreement(), about)),
        rows -> {
          if (open.session() == session) {
            take(name, rows);
          }
        },
        error -> say.accept(error.getMessage()));
  }

  private static BitSet rows(Agreement agreement, ClassStyle about) {
    if (about == null) {
      return agreement.disagreements();
    }
    return agreement.classes().stream()
        .filter(each -> each.classId().equals(about.id()))
        .map(ClassAgreement::disagreements)
        .findFirst()
        .orElseGet(BitSet::new);
  }

  private void take(String name, BitSet rows) {
    if (rows.isEmpty()) {
      say.accept("There is no image on which " + name + "; the view Agreement says who answered.");
      return;
    }
    filter.add(new Condition.Rows(name, rows));
    RowFilter wanted = filter.value();
    if (wanted.status() == LabelStatus.UNLABELED) {
      filter.set(new RowFilter(LabelStatus.ANY, wanted.exclude(), wanted.conditions()));
    }
    say.accept(Counted.of(rows.cardinality(), "image") + " on which " + name + ".");
  }
}
