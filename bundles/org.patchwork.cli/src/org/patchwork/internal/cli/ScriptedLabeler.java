// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.AlgorithmChoice;
import org.patchwork.cli.CommandContext;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.Draw;
import org.patchwork.learn.DrawService;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.Part;
import org.patchwork.learn.Selection;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImportResult;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectImport;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.sample.SampleData;
import org.patchwork.training.CurvePoint;
import org.patchwork.training.TestSplit;
import org.patchwork.training.TrainingListener;
import org.patchwork.training.TrainingService;

/**
 * Labels the sample project as a person would, page by page, from the labels that come with it.
 * Goes through the very edits, draws and trainings of the workbench. Some images are held out and
 * labelled first, to measure on.
 */
public final class ScriptedLabeler implements AutoCloseable {
  private static final String SAMPLER = "default";
  private static final EditOrigin SCRIPT = new EditOrigin("script", SAMPLER);
  private static final double HELD_OUT = 0.2;
  private static final int FEATURE_WORK = 40;
  private static final int LOOP_WORK = 60;

  private final CommandContext context;
  private final ProjectSession session;
  private final byte[][] truth;

  private ScriptedLabeler(CommandContext context, ProjectSession session, byte[][] truth) {
    this.context = context;
    this.session = session;
    this.truth = truth;
  }

  /**
   * Makes the project, with images and classes and without labels but those of the held-out images.
   *
   * @param official true to hold out the official test part of the data set, else a fifth of the
   *     images
   */
  public static ScriptedLabeler create(
      CommandContext context, SampleData sample, Path folder, boolean official)
      throws PatchworkException {
    ImportResult found = ProjectImport.csv(sample.labels(), sample.folder(), null, null);
    NewProject draft = new NewProject("Fashion-MNIST", sample.folder(), "script", true);
    ProjectSession session = ProjectSession.create(folder, draft, null);
    ScriptedLabeler labeler = new ScriptedLabeler(context, session, found.labels());
    byte[][] unknown = new byte[found.labels().length][found.images().size()];
    Arrays.stream(unknown).forEach(column -> Arrays.fill(column, LabelTable.UNKNOWN));
    session.apply(
        new Edit.ImportLabels("Sample images", found.images(), found.classNames(), unknown),
        SCRIPT);
    labeler.holdOut(official);
    return labeler;
  }

  private void holdOut(boolean official) throws PatchworkException {
    LabelTable labels = session.labels();
    int[] rows =
        official
            ? IntStream.range(0, labels.rows())
                .filter(row -> "test".equals(labels.subset(row)))
                .toArray()
            : TestSplit.of(trueTable(labels), HELD_OUT, false, 0).test().stream().toArray();
    session.apply(new Edit.SetValidation(rows, true), SCRIPT);
    label(rows);
  }

  private LabelTable trueTable(LabelTable labels) {
    int[] rows = IntStream.range(0, labels.rows()).toArray();
    LabelTable table = labels;
    for (int c = 0; c < truth.length; c++) {
      table = table.withLabels(c, rows, truth[c]);
    }
    return table;
  }

  /** The open project. */
  public ProjectSession session() {
    return session;
  }

  /**
   * Plays the loop and keeps the last model as a run.
   *
   * @return one point per training, measured on the held-out images
   */
  public List<CurvePoint> play(int budget, int batch, IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, FEATURE_WORK + LOOP_WORK);
    FeatureChoice choice =
        new FeatureChoice(
            context,
            new AlgorithmChoice(
                context.algorithms().featureExtractors().require("kmeans").id(), false, Map.of()));
    Path folder = session.newFeatureFolder("kmeans");
    choice.make(session.images(context.images()), folder, 0, progress.split(FEATURE_WORK));
    session.activateFeatures("kmeans");
    SubMonitor pages = progress.split(LOOP_WORK).setWorkRemaining((budget + batch - 1) / batch + 1);
    List<CurvePoint> curve = new ArrayList<>();
    try (FeatureMatrix features = Projects.features(session).open()) {
      int labeled = 0;
      while (labeled < budget) {
        labeled += labelPage(Math.min(batch, budget - labeled), curve.size(), features, pages);
        curve.add(train(labeled, curve.size(), features, pages.split(1)));
        pages.subTask(
            String.format(
                "%,d labels, accuracy %.3f",
                labeled, curve.get(curve.size() - 1).evaluation().accuracy().orElse(Double.NaN)));
      }
    }
    TrainingSpec last = new TrainingSpec("demo", design(), new TrainingParameters());
    TrainingRuns.train(context, session, last, TrainingListener.NONE, pages.split(1));
    return curve;
  }

  private int labelPage(int count, int page, FeatureMatrix features, IProgressMonitor monitor)
      throws PatchworkException {
    Selection selection =
        new DrawService(context.algorithms().samplers())
            .draw(
                Draw.unlabeled(SAMPLER, count, page),
                session.labels(),
                session.predictions(),
                features,
                SubMonitor.convert(monitor).split(0));
    if (selection.rows().length == 0) {
      throw new PatchworkException("There is nothing left to label. " + selection.reason());
    }
    label(selection.rows());
    return selection.rows().length;
  }

  /** Labels rows from the truth: one edit for the page, one step per class in it. */
  private void label(int[] rows) throws ProjectFormatException {
    List<String> ids = session.labels().classIds();
    Map<Integer, List<Integer>> rowsOfClass = new TreeMap<>();
    for (int row : rows) {
      rowsOfClass.computeIfAbsent(trueClass(row), c -> new ArrayList<>()).add(row);
    }
    List<Edit> edits = new ArrayList<>();
    rowsOfClass.forEach(
        (present, members) -> {
          Map<String, Byte> values = new LinkedHashMap<>();
          for (int c = 0; c < ids.size(); c++) {
            values.put(ids.get(c), c == present ? LabelTable.PRESENT : LabelTable.ABSENT);
          }
          edits.add(
              new Edit.SetLabels(members.stream().mapToInt(Integer::intValue).toArray(), values));
        });
    session.apply(new Edit.Composite("Label a page", edits), SCRIPT);
  }

  private int trueClass(int row) {
    return IntStream.range(0, truth.length)
        .filter(c -> truth[c][row] == LabelTable.PRESENT)
        .findFirst()
        .orElseThrow();
  }

  private CurvePoint train(int labeled, int page, FeatureMatrix features, IProgressMonitor monitor)
      throws PatchworkException {
    TrainingSpec spec = new TrainingSpec("demo", design(), new TrainingParameters());
    PredictionTable predictions =
        new TrainingService(context.algorithms())
            .predictions(spec, Projects.data(session, features, null), "page " + page, monitor);
    session.setPredictions(predictions);
    Evaluation evaluation = Evaluation.of(session.labels(), predictions, Part.VALIDATION);
    return new CurvePoint("cold start, then margin", 0, labeled, evaluation);
  }

  private ModelDesignSpec design() {
    return ModelDesignSpec.defaults(context.algorithms(), true);
  }

  @Override
  public void close() throws ProjectFormatException {
    session.close();
  }
}
