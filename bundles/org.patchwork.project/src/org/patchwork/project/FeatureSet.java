// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.Npy;
import org.patchwork.core.ProjectFormatException;

/**
 * Features of the project's images, one row per image in table order; images added later have none
 * until extraction is run again.
 *
 * @param id name of its folder
 * @param typeId contribution to {@code org.patchwork.learn.featureExtractors}, or {@code npy} for
 *     features from elsewhere
 * @param parameters parameters of the extractor by name
 * @param folder where {@code features.npy} and {@code feature-set.json} lie
 * @param shape shape of one row: {@code [d]} or {@code [h, w, c]}
 * @param rows number of rows
 */
public record FeatureSet(
    String id,
    String typeId,
    Map<String, Object> parameters,
    Path folder,
    List<Integer> shape,
    int rows) {

  public FeatureSet {
    shape = List.copyOf(shape);
  }

  /** Opens the features, mapped from disk. The caller closes them. */
  public FeatureMatrix open() throws ProjectFormatException {
    return Npy.open(folder.resolve("features.npy"));
  }
}
