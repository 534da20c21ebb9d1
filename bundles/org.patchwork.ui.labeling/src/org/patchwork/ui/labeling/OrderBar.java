// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.Set;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.learn.Sampler;
import org.patchwork.ui.labeling.FilterChoices.Choice;

/** The order to draw by, and the class it is about where it is about one. */
final class OrderBar {
  private final Catalog<Sampler<?>> samplers;
  private final ChoiceCombo<String> order;
  private final ChoiceCombo<String> classChoice;

  OrderBar(
      Composite parent, Catalog<Sampler<?>> samplers, Runnable changed, Runnable classChanged) {
    this.samplers = samplers;
    order = new ChoiceCombo<>(parent, "Order", changed);
    order.offer(samplers.all().stream().map(each -> new Choice<>(each.name(), each.id())).toList());
    order.select(samplers.find("default").map(Contribution::id).orElse(null));
    classChoice = new ChoiceCombo<>(parent, "The class this order is about", classChanged);
    classChoice.combo().setLayoutData(new RowData());
  }

  ChoiceCombo<String> order() {
    return order;
  }

  void select(String samplerId) {
    order.select(samplers.require(samplerId).id());
  }

  void offer(List<ClassStyle> classes) {
    classChoice.offer(classes.stream().map(each -> new Choice<>(each.name(), each.id())).toList());
  }

  /** The sampler that makes the order, or null if none is installed. */
  Contribution<Sampler<?>> sampler() {
    return order.value() == null ? null : samplers.require(order.value());
  }

  Set<Sampler.Need> needs() {
    return sampler().instance().needs();
  }

  boolean forClass() {
    return needs().contains(Sampler.Need.CLASS);
  }

  /** The class the order is about, null if it is about none. */
  String classId() {
    return forClass() ? classChoice.value() : null;
  }

  /** Explains the order, and asks for a class only where it wants one. */
  void explain() {
    order.combo().setToolTipText("Order: " + sampler().description());
    classChoice.combo().setVisible(forClass());
    ((RowData) classChoice.combo().getLayoutData()).exclude = !forClass();
    classChoice.combo().requestLayout();
  }
}
