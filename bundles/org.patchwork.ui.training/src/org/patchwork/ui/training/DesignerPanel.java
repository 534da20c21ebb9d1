// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.patchwork.core.Contribution;
import org.patchwork.core.StoredDesign;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.design.DesignComparison;
import org.patchwork.learn.design.DesignOutline;
import org.patchwork.learn.design.DesignText;
import org.patchwork.learn.network.NetworkSketch;
import org.patchwork.model.LabelClass;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.UiThread;

/**
 * The Model Designer: fine-tuning model, output model and loss with their parameters, the network
 * that comes of them on the features of the project, and what the loss will see of its labels.
 * Every valid change is stored in the design in use at once and trained next.
 */
public final class DesignerPanel extends Composite {
  private static final int COLUMN_WIDTH = 270;
  private static final int COLUMNS = 3;
  private static final int OUTLOOK_MILLISECONDS = 2000;

  private final OpenProject open;
  private final Trainer trainer;
  private final Algorithms algorithms;
  private final Composite content;
  private final ScrolledComposite scroll;
  private final DesignBar bar;
  private final NetworkCanvas network;
  private final AlgorithmSection<FineTuningModel<?>> fineTuning;
  private final AlgorithmSection<OutputModel<?>> output;
  private final LossSection loss;
  private final LossTable lossTable;
  private final Label summary;
  private final UiThread.Update outlook;
  private ModelDesignSpec shown;
  private String unshowable;

  public DesignerPanel(Composite parent, OpenProject open, Trainer trainer, Algorithms algorithms) {
    super(parent, SWT.NONE);
    this.open = open;
    this.trainer = trainer;
    this.algorithms = algorithms;
    this.outlook = UiThread.of(this).coalesced(OUTLOOK_MILLISECONDS, this::showOutlook);
    setLayout(new FillLayout());
    scroll = new ScrolledComposite(this, SWT.V_SCROLL);
    scroll.setExpandHorizontal(true);
    scroll.setExpandVertical(true);
    content = new Composite(scroll, SWT.NONE);
    content.setBackgroundMode(SWT.INHERIT_DEFAULT);
    GridLayout layout = new GridLayout(COLUMNS, true);
    layout.horizontalSpacing = 24;
    content.setLayout(layout);
    scroll.setContent(content);
    bar = new DesignBar(content, open, new Source());
    bar.setLayoutData(wide());
    network = new NetworkCanvas(content);
    network.setLayoutData(wide());
    summary = new Label(content, SWT.WRAP);
    summary.setLayoutData(wide());
    fineTuning =
        new AlgorithmSection<>(
            content, "Fine-tuning model", algorithms.fineTuningModels(), this::changed);
    output = new AlgorithmSection<>(content, "Output", algorithms.outputModels(), this::changed);
    loss = new LossSection(content, algorithms.losses(), this::changed);
    lossTable = new LossTable(content, this::fit);
    lossTable.setLayoutData(wide());
    ((GridData) lossTable.getLayoutData()).verticalAlignment = SWT.TOP;
    arrange(COLUMNS);
    scroll.addListener(SWT.Resize, event -> fit());
    listen();
    show();
  }

  private static GridData wide() {
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, COLUMNS, 1);
    wide.widthHint = 300;
    return wide;
  }

  private void listen() {
    TrainerListener plan =
        new TrainerListener() {
          @Override
          public void planChanged() {
            show();
          }
        };
    trainer.addListener(this, plan);
    open.addListener(this, new Changes());
    addListener(SWT.Paint, event -> outlook.request()); // labels that came while it was hidden
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

  LossSection loss() {
    return loss;
  }

  LossTable lossTable() {
    return lossTable;
  }

  NetworkCanvas network() {
    return network;
  }

  DesignBar bar() {
    return bar;
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
    bar.show();
    if (design != null && design != shown) {
      shown = design;
      unshowable = null;
      try {
        fineTuning.show(design.fineTuningId(), design.fineTuning());
        output.show(design.outputId(), design.output());
        loss.show(design);
      } catch (IllegalArgumentException e) {
        unshowable = e.getMessage();
      }
    }
    summarize(design, shown == null ? null : problem());
    outlook.request();
  }

  private ModelDesignSpec typed() {
    return problem() != null
        ? null
        : new ModelDesignSpec(
            fineTuning.id(),
            fineTuning.values(),
            output.id(),
            output.values(),
            loss.id(),
            loss.values(),
            loss.classWeights());
  }

  private void changed() {
    unshowable = null;
    ModelDesignSpec typed = typed();
    String problem = typed == null ? problem() : misfit(typed);
    if (problem == null) {
      shown = typed;
      trainer.setDesign(typed);
    } else {
      trainer.refuseDesign(problem);
    }
    summarize(typed, problem);
    outlook.request();
  }

  private String problem() {
    if (unshowable != null) {
      return unshowable;
    }
    return fineTuning.problem().or(output::problem).or(loss::problem).orElse(null);
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
  private DesignOutline outline(ModelDesignSpec design) throws TrainingException {
    ProjectSession session = open.session();
    int[] shape = featureShape(session);
    return shape == null || session.classes().isEmpty()
        ? null
        : DesignOutline.of(design, shape, session.classes().size(), algorithms);
  }

  private static int[] featureShape(ProjectSession session) {
    FeatureSet features = session == null ? null : session.activeFeatures();
    return features == null
        ? null
        : features.shape().stream().mapToInt(Integer::intValue).toArray();
  }

  private void summarize(ModelDesignSpec design, String problem) {
    String fault = problem;
    DesignOutline outline = null;
    if (fault == null && design != null) {
      try {
        outline = outline(design);
      } catch (TrainingException | IllegalArgumentException e) {
        fault = e.getMessage();
      }
    }
    if (outline != null) {
      network.show(outline.sketch(), false);
      loss.tellOwn(ownLoss(design, outline));
    } else {
      network.show(fault == null ? new NetworkSketch(List.of()) : network.sketch(), true);
    }
    summary.setText(fault == null ? text(design, outline) : "\u26a0 " + fault);
    summary.setForeground(
        ThemeColors.current().get(fault == null ? ThemeColor.TEXT : ThemeColor.EXCLUDED));
    fit();
  }

  private static String ownLoss(ModelDesignSpec design, DesignOutline outline) {
    Contribution<?> loss = outline.loss().contribution();
    return design.hasOwnLoss() ? loss.name() + ". " + loss.description() : "";
  }

  private static String text(ModelDesignSpec design, DesignOutline outline) {
    if (outline != null) {
      return outline.text() + " \u00b7 loss: " + outline.loss().contribution().name();
    }
    return design == null
        ? "Open a project to design its model."
        : "The network shows once there are classes and features.";
  }

  /** What the loss will see; nothing is computed for a view that nobody sees. */
  private void showOutlook() {
    ProjectSession session = open.session();
    if (session == null || shown == null || session.classes().isEmpty()) {
      lossTable.clear("");
    } else if (isVisible()) {
      lossTable.show(
          session.labels(),
          session.classes().stream().map(LabelClass::getName).toList(),
          trainer.parameters().sampling(),
          shown.classWeights(),
          trainer.parameters().batchSize());
    }
  }

  private void fit() {
    int width = Math.max(1, scroll.getClientArea().width);
    int columns = Math.clamp(width / COLUMN_WIDTH, 1, COLUMNS);
    if (((GridLayout) content.getLayout()).numColumns != columns) {
      arrange(columns);
    }
    content.layout(true, true);
    scroll.setMinSize(content.computeSize(width, SWT.DEFAULT));
  }

  /** With three columns the table of the loss stands beside the long first one. */
  private void arrange(int columns) {
    ((GridLayout) content.getLayout()).numColumns = columns;
    for (Control line : List.of(bar, network, summary)) {
      ((GridData) line.getLayoutData()).horizontalSpan = columns;
    }
    boolean beside = columns == COLUMNS;
    ((GridData) fineTuning.control().getLayoutData()).verticalSpan = beside ? 2 : 1;
    ((GridData) lossTable.getLayoutData()).horizontalSpan = beside ? columns - 1 : columns;
  }

  /** What the bar asks about the fields. */
  private final class Source implements DesignBar.Source {
    @Override
    public StoredDesign current(String name) {
      ModelDesignSpec typed = typed();
      return typed == null ? null : DesignText.write(name, typed);
    }

    @Override
    public void compare(List<StoredDesign> designs, String active) {
      Map<String, ModelDesignSpec> read = new LinkedHashMap<>();
      designs.forEach(design -> read.put(design.name(), DesignText.read(design)));
      ProjectSession session = open.session();
      DesignComparison comparison =
          DesignComparison.of(read, featureShape(session), session.classes().size(), algorithms);
      new DesignComparisonDialog(getShell(), comparison, active).open();
    }
  }

  /** Follows the open project. */
  private final class Changes implements OpenProjectListener {
    @Override
    public void projectChanged() {
      bar.reset();
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      if (isVisible()) {
        outlook.request();
      }
    }

    @Override
    public void settingsChanged() {
      bar.show();
    }
  }
}
