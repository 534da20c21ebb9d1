// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

/** Ids of the views that perspectives place, wherever they are contributed. */
public final class ViewIds {
  /** This bundle, whose preference node and dialog settings are used. */
  public static final String BUNDLE = "org.patchwork.rcp";

  public static final String START = "org.patchwork.rcp.start";
  public static final String EXPLORER = "org.patchwork.rcp.explorer";
  public static final String HELP = "org.patchwork.rcp.help";
  public static final String GRID = "org.patchwork.ui.labeling.grid";
  public static final String QUICK_TAG = "org.patchwork.ui.labeling.quicktag";
  public static final String QUESTION = "org.patchwork.ui.labeling.question";
  public static final String TOGGLES = "org.patchwork.ui.labeling.toggles";
  public static final String COUNTS = "org.patchwork.ui.labeling.counts";
  public static final String AGREEMENT = "org.patchwork.ui.labeling.agreement";
  public static final String HISTORY = "org.patchwork.ui.labeling.history";
  public static final String DESIGNER = "org.patchwork.ui.training.designer";
  public static final String TRAIN = "org.patchwork.ui.training.train";
  public static final String CURVES = "org.patchwork.ui.training.curves";
  public static final String RUNS = "org.patchwork.ui.training.runs";
  public static final String SEARCH = "org.patchwork.ui.training.search";
  public static final String EVALUATION = "org.patchwork.ui.training.evaluation";
  public static final String HISTOGRAM = "org.patchwork.ui.training.histogram";
  public static final String PROPAGATION = "org.patchwork.ui.training.propagation";
  public static final String DISTILLATION = "org.patchwork.ui.training.distillation";
  public static final String TEXT_SEARCH = "org.patchwork.ui.training.textSearch";
  public static final String MAP = "org.patchwork.ui.training.map";
  public static final String PROBE = "org.patchwork.ui.training.probe";
  public static final String AUGMENTATION = "org.patchwork.ui.training.augmentation";
  public static final String FEATURE_TRAINER = "org.patchwork.ui.training.featureTrainer";
  public static final String PRETRAINING_AUGMENTATION =
      "org.patchwork.ui.training.pretrainingAugmentation";
  public static final String PRETRAINING_CURVES = "org.patchwork.ui.training.pretrainingCurves";
  public static final String PRETRAINING_RUNS = "org.patchwork.ui.training.pretrainingRuns";
  public static final String PRETRAINING_PICTURES = "org.patchwork.ui.training.pretrainingPictures";
  public static final String ATTRIBUTION = "org.patchwork.ui.training.attribution";
  public static final String PROGRESS = "org.eclipse.ui.views.ProgressView";
  public static final String ERROR_LOG = "org.eclipse.pde.runtime.LogView";

  private ViewIds() {}
}
