// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.design.DesignOutline;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * The Model Designer: fine-tuning model and output model with their parameters, and what comes of
 * them on the features of the project. Every valid change is stored in the project at once and
 * trained next.
 */
public final class DesignerPanel extends Composite {
  private final OpenProject open;
  private final Trainer trainer;
  private final Algorithms algorithms;
  private final Composite content;
  private final ScrolledComposite scroll;
  private final AlgorithmSection<FineTuningModel<?>> fineTuning;
  private final AlgorithmSection<OutputModel<?>> output;
  private final Label summary;
  private ModelDesignSpec shown;

  public DesignerPanel(Composite parent, OpenProject open, Trainer trainer, Algorithms algorithms) {
    super(parent, SWT.NONE);
    this.open = open;
    this.trainer = trainer;
    this.algorithms = algorithms;
    setLayout(new FillLayout());
    scroll = new ScrolledComposite(this, SWT.V_SCROLL);
    scroll.setExpandHorizontal(true);
    scroll.setExpandVertical(true);
    content = new Composite(scroll, SWT.NONE);
    content.setBackgroundMode(SWT.INHERIT_DEFAULT);
    GridLayout layout = new GridLayout(2, true);
    layout.horizontalSpacing = 24;
    content.setLayout(layout);
    scroll.setContent(content);
    summary = new Label(content, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
    wide.widthHint = 300;
    summary.setLayoutData(wide);
    fineTuning =
        new AlgorithmSection<>(
            content, "Fine-tuning model", algorithms.fineTuningModels(), this::changed);
    output = new AlgorithmSection<>(content, "Output", algorithms.outputModels(), this::changed);
    scroll.addListener(SWT.Resize, event -> fit());
    TrainerListener listener =
        new TrainerListener() {
          @Override
          public void planChanged() {
            show();
          }
        };
    trainer.addListener(listener);
    addDisposeListener(event -> trainer.removeListener(listener));
    show();
  }

  /** What the panel says about the design: its size, or what is wrong with it. */
  public String summaryText() {
    return summary.getText();
  }

  AlgorithmSection<FineTuningModel<?>> fineTuning() {
    return fineTuning;
  }

  AlgorithmSection<OutputModel<?>> output() {
    return output;
  }

  @Override
  public boolean setFocus() {
    if (summary.isDisposed()) {
      return false; // asked for while the window closes
    }
    return fineTuning.combo().setFocus();
  }

  /** Shows what the trainer has, unless it came from here: what is being typed stays. */
  private void show() {
    ModelDesignSpec design = trainer.design();
    content.setEnabled(design != null);
    String problem = shown == null ? null : problem();
    if (design != null && design != shown) {
      shown = design;
      problem = null;
      try {
        fineTuning.show(design.fineTuningId(), design.fineTuning());
        output.show(design.outputId(), design.output());
      } catch (IllegalArgumentException e) {
        problem = e.getMessage();
      }
    }
    summarize(design, problem);
  }

  private ModelDesignSpec typed() {
    if (problem() != null) {
      return null;
    }
    return new ModelDesignSpec(fineTuning.id(), fineTuning.values(), output.id(), output.values());
  }

  private void changed() {
    ModelDesignSpec typed = typed();
    String problem = typed == null ? problem() : misfit(typed);
    if (problem == null) {
      shown = typed;
      trainer.setDesign(typed);
    } else {
      trainer.refuseDesign(problem);
    }
    summarize(typed, problem);
  }

  private String problem() {
    return fineTuning.problem().or(output::problem).orElse(null);
  }

  private String misfit(ModelDesignSpec design) {
    try {
      outline(design);
      return null;
    } catch (TrainingException | IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /**
   * The design on the features of the project; null if there are no features or classes to tell it
   * from.
   */
  private String outline(ModelDesignSpec design) throws TrainingException {
    ProjectSession session = open.session();
    FeatureSet features = session == null ? null : session.activeFeatures();
    if (features == null || session.classes().isEmpty()) {
      return null;
    }
    int[] shape = features.shape().stream().mapToInt(Integer::intValue).toArray();
    return DesignOutline.of(design, shape, session.classes().size(), algorithms).text();
  }

  private void summarize(ModelDesignSpec design, String problem) {
    String fault = problem;
    String text = null;
    if (fault == null && design != null) {
      try {
        text = outline(design);
      } catch (TrainingException | IllegalArgumentException e) {
        fault = e.getMessage();
      }
    }
    if (text == null) {
      text =
          design == null
              ? "Open a project to design its model."
              : "The number of parameters shows once there are classes and features.";
    }
    summary.setText(fault == null ? text : "\u26a0 " + fault);
    summary.setForeground(
        ThemeColors.current().get(fault == null ? ThemeColor.TEXT : ThemeColor.EXCLUDED));
    fit();
  }

  private void fit() {
    content.layout(true, true);
    scroll.setMinSize(content.computeSize(Math.max(1, scroll.getClientArea().width), SWT.DEFAULT));
  }
}
