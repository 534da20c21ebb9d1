// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.BitSet;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Catalog;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.Draw;
import org.patchwork.learn.DrawData;
import org.patchwork.learn.DrawService;
import org.patchwork.learn.RunPredictions;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.model.LabelClass;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;

/**
 * A draw of a page from an open project.
 *
 * @param onlyNew leaves out the images of earlier draws
 */
record PageDraw(ProjectSession session, Catalog<Sampler<?>> samplers, Draw draw, boolean onlyNew) {

  /**
   * Draws from the labels as they are now; nothing is remembered. Not for the display thread.
   *
   * @throws PatchworkException if features cannot be read
   */
  Selection select(IProgressMonitor monitor) throws PatchworkException {
    // A sampler may use features without needing them, as the default policy does.
    FeatureSet features = session.activeFeatures();
    if (features == null) {
      return select(null, monitor);
    }
    try (FeatureMatrix matrix = features.open()) {
      return select(matrix, monitor);
    }
  }

  private Selection select(FeatureMatrix features, IProgressMonitor monitor)
      throws PatchworkException {
    PredictionTable predictions = session.predictions();
    Optional<FeatureMatrix> hidden =
        DrawService.looksInside(samplers, draw.samplerId())
            ? RunPredictions.hidden(session.folder(), predictions)
            : Optional.empty();
    try {
      return answer(
          new DrawData(session.labels(), predictions, features, members(predictions), hidden),
          monitor);
    } finally {
      hidden.ifPresent(FeatureMatrix::close);
    }
  }

  private Selection answer(DrawData data, IProgressMonitor monitor) throws PatchworkException {
    BitSet shown = onlyNew ? session.sampling().shownRows() : new BitSet();
    return new DrawService(samplers, this::className).draw(draw, data, shown::get, monitor);
  }

  private Optional<EnsemblePredictions> members(PredictionTable predictions)
      throws PatchworkException {
    return DrawService.asksMembers(samplers, draw.samplerId())
        ? RunPredictions.members(session.folder(), predictions)
        : Optional.empty();
  }

  private String className(String classId) {
    LabelClass found = session.classById(classId);
    return found == null ? null : found.getName();
  }
}
