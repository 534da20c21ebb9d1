// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.learn.evaluation.ConfusionMatrix;
import org.patchwork.ui.EmptyStack;

/** Which class is taken for which, for each exclusion group; a click on a cell shows its images. */
final class ConfusionTab extends Composite implements EvaluationTab {
  private final GridImages images;
  private final EmptyStack stack;
  private final Composite full;
  private final Combo group;
  private final ConfusionCanvas canvas;
  private Judgement judgement;

  ConfusionTab(Composite parent, GridImages images) {
    super(parent, SWT.NONE);
    this.images = images;
    stack = new EmptyStack(this);
    full = new Composite(this, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    full.setLayout(layout);
    group = new Combo(full, SWT.READ_ONLY);
    group.setToolTipText("Classes of which one at a time is present");
    group.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false));
    group.addListener(SWT.Selection, event -> showMatrix());
    canvas = new ConfusionCanvas(full, this::showImages);
    canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    show(null);
  }

  @Override
  public void show(Judgement newJudgement) {
    judgement = newJudgement;
    List<ConfusionMatrix> matrices =
        judgement == null ? List.of() : judgement.report().confusions();
    if (matrices.isEmpty()) {
      stack
          .empty()
          .say(
              "This shows which class is taken for which, where classes exclude each other: all of a"
                  + " project, or those of an exclusion group.");
    } else {
      int selected = Math.max(0, group.getSelectionIndex());
      group.setItems(
          matrices.stream()
              .map(
                  matrix ->
                      String.join(", ", matrix.classIds().stream().map(judgement::name).toList()))
              .toArray(String[]::new));
      group.select(Math.min(selected, matrices.size() - 1));
      group.setVisible(matrices.size() > 1);
      ((GridData) group.getLayoutData()).exclude = matrices.size() == 1;
      showMatrix();
    }
    stack.show(matrices.isEmpty() ? stack.empty() : full);
    layout(true, true);
  }

  private void showMatrix() {
    canvas.show(matrix(), judgement::name);
  }

  private ConfusionMatrix matrix() {
    return judgement.report().confusions().get(group.getSelectionIndex());
  }

  /** Shows the images of one truth that got one answer. */
  void showImages(int truth, int answer) {
    ConfusionMatrix matrix = matrix();
    int[] rows = matrix.rows().get(truth).get(answer);
    int focus = truth < matrix.classIds().size() ? truth : answer;
    images.show(
        rows,
        matrix.classIds().get(Math.min(focus, matrix.classIds().size() - 1)),
        String.format(
            Locale.ENGLISH,
            "%,d %s images of %s taken for %s",
            rows.length,
            judgement.partText(),
            canvas.name(truth),
            canvas.name(answer)));
  }

  ConfusionCanvas canvas() {
    return canvas;
  }
}
