// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectListener;

/** What a project has that can be computed again: features, runs and the predictions shown. */
public final class DerivedData {
  private static final String ACTIVE_FEATURES = "active-features";
  private static final String ACTIVE_RUN = "active-run";

  private final OpenedProject project;
  private final FeatureFolders features;
  private final RunFolders runs;
  private volatile PredictionTable predictions;

  DerivedData(OpenedProject project, InstantSource clock) {
    this.project = project;
    this.features = new FeatureFolders(project.folder());
    this.runs = new RunFolders(project.folder(), clock);
  }

  /** Loads what was active; what is wrong with it is added to the problems. */
  void load(LabelDatabase store, List<String> problems) throws ProjectFormatException {
    problems.addAll(features.load(store.setting(ACTIVE_FEATURES)));
    try {
      predictions = runs.predictions(store.setting(ACTIVE_RUN));
    } catch (ProjectFormatException e) {
      problems.add(e.getMessage());
    }
  }

  public FeatureFolders features() {
    return features;
  }

  public RunFolders runs() {
    return runs;
  }

  public PredictionTable predictions() {
    return predictions;
  }

  /** Shows predictions and remembers their run. */
  public void setPredictions(PredictionTable table) {
    predictions = table;
    project.listeners().tell(ProjectListener::predictionsChanged);
    if (!project.readOnly()) {
      project.remember(ACTIVE_RUN, table == null ? "" : table.source());
    }
  }

  /** Makes a feature set the active one. */
  public void activateFeatures(String id) throws ProjectFormatException {
    FeatureSet before = features.active();
    features.load(id);
    if (features.active() == null) {
      features.load(before == null ? null : before.id());
      throw new ProjectFormatException(
          "There are no finished features called \""
              + id
              + "\" in "
              + project.folder().resolve("features")
              + ". Extract them first.");
    }
    project.listeners().tell(ProjectListener::featuresChanged);
    project.await(() -> project.remember(ACTIVE_FEATURES, id));
  }

  /** Removes a run; if its predictions are shown, they go too. */
  public void deleteRun(String id) throws ProjectFormatException {
    project.requireWritable();
    runs.remove(id);
    if (predictions != null && predictions.source().equals(id)) {
      setPredictions(null);
    }
    project.listeners().tell(ProjectListener::runsChanged);
  }

  /** Removes a feature set that is not in use. */
  public void deleteFeatures(String id) throws ProjectFormatException {
    project.requireWritable();
    features.remove(id);
    project.listeners().tell(ProjectListener::featuresChanged);
  }

  /** Takes over an array of features. */
  public FeatureSet importFeatures(Path file, String id, IProgressMonitor monitor)
      throws ProjectFormatException {
    FeatureSet imported = features.importArray(file, id, project.labels(), monitor);
    project.listeners().tell(ProjectListener::featuresChanged);
    return imported;
  }
}
