// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageSource;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.encoder.ClassNames;
import org.patchwork.model.LabelClass;
import org.patchwork.pretraining.PretrainingData;
import org.patchwork.pretraining.PretrainingListener;
import org.patchwork.pretraining.PretrainingRecord;
import org.patchwork.pretraining.PretrainingRuns;
import org.patchwork.pretraining.PretrainingService;
import org.patchwork.pretraining.PretrainingSpec;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.ExtractionListener;
import org.patchwork.training.FeatureRequest;
import org.patchwork.training.FeatureService;
import org.patchwork.training.runs.MlflowStatus;
import org.patchwork.training.runs.MlflowTracking;

/** Trains feature extractors on the images of a project and makes features with them. */
public final class ProjectPretraining {
  private static final String FOLDER = "pretraining";
  private static final String ALL_CLASSES = "classes";
  private static final String SAVED_MODEL = "savedmodel";
  private static final String DIRECTORY = "directory";

  private final ProjectSession session;
  private final ImageLoader loader;
  private final Algorithms algorithms;
  private final InstantSource clock;

  /**
   * Pre-training in a project.
   *
   * @param session open for reading at least; for writing where features are made
   * @param loader the way from files to pixels
   * @param clock for records and logs; no result depends on it
   */
  public ProjectPretraining(
      ProjectSession session, ImageLoader loader, Algorithms algorithms, InstantSource clock) {
    this.session = session;
    this.loader = loader;
    this.algorithms = algorithms;
    this.clock = clock;
  }

  /** The runs of a project, in its folder {@code pretraining}. */
  public static PretrainingRuns runs(ProjectSession session) {
    return new PretrainingRuns(session.folder().resolve(FOLDER));
  }

  /**
   * Run and epoch of the extractor that made features, as in {@code simclr-epoch20}, whatever the
   * features are called; empty for features of another kind.
   */
  public static Optional<String> origin(FeatureSet features) {
    Object directory = features.parameters().get(DIRECTORY);
    return directory == null ? Optional.empty() : ExtractorCopy.origin(directory.toString());
  }

  /** What a run sees of the project as it is now. */
  public PretrainingData data() {
    return new PretrainingData(
        images(),
        session.labels(),
        classes(),
        session.model().getImages().getNorm(),
        session.folder());
  }

  /** Names and groups of the classes; all are of one group if exactly one is present. */
  private ClassNames classes() {
    boolean exclusive = session.model().getSchema().isExclusive();
    List<String> groups = new ArrayList<>();
    for (LabelClass each : session.classes()) {
      String own = each.getExclusionGroup() == null ? "" : each.getExclusionGroup();
      groups.add(exclusive ? ALL_CLASSES : own);
    }
    return new ClassNames(session.classes().stream().map(LabelClass::getName).toList(), groups);
  }

  private ImageSource images() {
    return session.images(loader);
  }

  /**
   * Trains, or goes on with the run of this name.
   *
   * @see PretrainingService#train
   */
  public PretrainingRecord train(
      PretrainingSpec spec, String run, PretrainingListener listener, IProgressMonitor monitor)
      throws PatchworkException {
    Path folder = runs(session).folder(run);
    Optional<MlflowTracking> tracking = tracking(spec.parameters().mlflow());
    PretrainingService service = new PretrainingService(algorithms, clock);
    if (tracking.isEmpty()) {
      return service.train(spec, data(), folder, listener, monitor);
    }
    FollowedPretraining followed =
        new FollowedPretraining(tracking.get(), session.name(), folder, listener);
    MlflowStatus status = MlflowStatus.FAILED;
    try {
      PretrainingRecord record = service.train(spec, data(), folder, followed, monitor);
      status = MlflowStatus.FINISHED;
      followed.finished(record);
      return record;
    } catch (OperationCanceledException e) {
      status = MlflowStatus.KILLED;
      throw e;
    } finally {
      if (status != MlflowStatus.FINISHED) {
        followed.broken(status);
      }
    }
  }

  /** Refuses an odd place before hours are spent. */
  private Optional<MlflowTracking> tracking(String place) {
    return place.isBlank()
        ? Optional.empty()
        : Optional.of(MlflowTracking.at(place, session.folder()));
  }

  /**
   * Makes features named after the run and its last epoch, and uses them from now on.
   *
   * @see #useFeatures(String, String, ExtractionListener, IProgressMonitor)
   */
  public FeatureSetInfo useFeatures(
      String run, ExtractionListener listener, IProgressMonitor monitor) throws PatchworkException {
    return useFeatures(run, runs(session).get(run).featureSetName(), listener, monitor);
  }

  /**
   * Makes features of all images with the extractor that a run has come to, and uses them from now
   * on. The extractor is copied into the feature set, so that it stays what it was when the run
   * goes on or is deleted. What was made before a cancel is kept; called again, it goes on.
   *
   * @param run name of the run
   * @param featureSet name of the feature set; one of another extractor is made anew
   * @throws PatchworkException if the run has no extractor yet, or if images or files cannot be
   *     read or written
   */
  public FeatureSetInfo useFeatures(
      String run, String featureSet, ExtractionListener listener, IProgressMonitor monitor)
      throws PatchworkException {
    Path model = PretrainingService.model(runs(session).folder(run));
    ExtractorCopy.check(model);
    Path folder = session.newFeatureFolder(featureSet);
    String copy = ExtractorCopy.into(folder, model, runs(session).get(run).featureSetName());
    FeatureSetInfo info =
        new FeatureService(algorithms)
            .extract(
                new FeatureRequest(SAVED_MODEL, Map.of(DIRECTORY, copy), 0),
                images(),
                folder,
                listener,
                monitor);
    ExtractorCopy.removeOthers(folder, copy);
    session.activateFeatures(featureSet);
    return info;
  }
}
