// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageSource;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureSource;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.FeatureService;

/**
 * Where a live run gets its images and its extractor from.
 *
 * @param service opens extractors
 * @param loader reads images with the installed readers
 */
record LiveSource(FeatureService service, ImageLoader loader) {

  /** The extractor of the features; null for a run that needs none, or if there is none. */
  FeatureExtractor extractor(TrainingSpec spec, FeatureSet features) throws PatchworkException {
    boolean live = spec.source() instanceof FeatureSource.Live;
    return live && !features.typeId().equals(FeatureSetInfo.NPY)
        ? service.open(FeatureSetInfo.read(features.folder()), features.folder())
        : null;
  }

  /** The images of a project. */
  ImageSource images(ProjectSession session) {
    return session.images(loader);
  }
}
