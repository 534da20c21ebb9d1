// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.model.LabelClass;
import org.patchwork.project.labeling.StripDraw;
import org.patchwork.project.labeling.StripDraw.Order;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.labeling.FilterChoices.Choice;

/**
 * What is to be asked: of which class, which images, how many, and what those behind the yes are.
 */
final class QuestionChoices {
  private static final int[] SIZES = {12, 24, 48, 96, 200};
  private static final int DEFAULT_SIZE = 48;

  private final ChoiceCombo<String> classChoice;
  private final ChoiceCombo<Order> order;
  private final ChoiceCombo<Integer> size;
  private final Button restAbsent;

  /**
   * Adds the choices.
   *
   * @param changed another question is wanted
   * @param restChanged images behind the boundary are to be answered otherwise
   */
  QuestionChoices(Composite bar, Runnable changed, Runnable restChanged) {
    classChoice =
        new ChoiceCombo<>(
            bar,
            "The class to ask for; \"Classes in turn\" asks for the one with the fewest labels so"
                + " far",
            changed);
    order =
        new ChoiceCombo<>(
            bar,
            "Which images are asked for; they are always shown most probable first. The most"
                + " probable cost the fewest keys, any that look like it teach the model more",
            changed);
    order.offer(
        List.of(
            new Choice<>("Most probable", Order.MOST),
            new Choice<>("Any that look like it", Order.ANY),
            new Choice<>("Least probable", Order.LEAST),
            new Choice<>("Around one half", Order.EDGE)));
    size = new ChoiceCombo<>(bar, "Images to a question", changed);
    size.offer(
        IntStream.of(SIZES).mapToObj(count -> new Choice<>(count + " images", count)).toList());
    size.select(DEFAULT_SIZE);
    restAbsent = new Button(bar, SWT.CHECK);
    ThemeColors.keepNative(restAbsent);
    restAbsent.setText("Rest absent");
    restAbsent.setToolTipText(
        "Images behind the boundary are absent; without the tick they stay open");
    restAbsent.setSelection(true);
    restAbsent.addListener(SWT.Selection, event -> restChanged.run());
  }

  void offer(List<LabelClass> classes) {
    List<Choice<String>> choices = new ArrayList<>();
    choices.add(new Choice<>("Classes in turn", null));
    classes.forEach(each -> choices.add(new Choice<>(each.getName(), each.getId())));
    classChoice.offer(choices);
  }

  void moveClass(int step) {
    classChoice.move(step);
  }

  StripDraw wish() {
    return new StripDraw(classChoice.value(), order.value(), size.value());
  }

  boolean restAbsent() {
    return restAbsent.getSelection();
  }

  void showRestAbsent(boolean absent) {
    restAbsent.setSelection(absent);
  }
}
