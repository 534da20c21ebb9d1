// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.Catalog;
import org.patchwork.core.Param;
import org.patchwork.learn.ClassWeighting;
import org.patchwork.learn.Loss;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.ui.ParameterForm;

/** What training makes small: a loss, or that of the output model, and the weights of classes. */
final class LossSection extends Composite {
  private static final String OWN = "That of the output";

  private final AlgorithmSection<Loss<?>> loss;
  private final ParameterForm<Weights> weights;
  private boolean showing;

  /** The form of the weights. */
  record Weights(
      @Param(
              label = "Class weights",
              help =
                  "How much the labels of a class count, by how many there are: balanced makes"
                      + " present and absent count alike in sum. With sampling by class, batches"
                      + " are balanced already.")
          ClassWeighting classWeights) {
    Weights() {
      this(ClassWeighting.NONE);
    }
  }

  LossSection(Composite parent, Catalog<Loss<?>> losses, Runnable changed) {
    super(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    setLayout(layout);
    setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    loss = new AlgorithmSection<>(this, "Loss", OWN, losses, changed);
    weights = new ParameterForm<>(this, Weights.class);
    weights.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    weights.addChangeListener(
        () -> {
          if (!showing) {
            changed.run();
          }
        });
  }

  /**
   * Shows the loss of a design; listeners are not told.
   *
   * @throws IllegalArgumentException if it is not installed or a parameter does not fit
   */
  void show(ModelDesignSpec design) {
    showing = true;
    try {
      weights.setValue(new Weights(design.classWeights()));
      loss.show(design.lossId(), design.loss());
    } finally {
      showing = false;
    }
  }

  /** Says which loss the output brings. */
  void tellOwn(String description) {
    loss.explainNone(description);
  }

  String id() {
    return loss.id();
  }

  Map<String, Object> values() {
    return loss.values();
  }

  ClassWeighting classWeights() {
    return weights.value().classWeights();
  }

  Optional<String> problem() {
    return loss.problem().or(weights::problem);
  }

  AlgorithmSection<Loss<?>> loss() {
    return loss;
  }

  ParameterForm<Weights> weights() {
    return weights;
  }
}
