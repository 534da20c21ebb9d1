// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.util.Map;

/**
 * What a step is fed with. Arrays are not copied and must stay as they are until the step is over.
 *
 * @param views for each view its images, {@code batchSize × values of the view}
 * @param inputs further inputs by name, {@code batchSize × values of a row}
 */
public record EncoderBatch(float[][] views, Map<String, float[]> inputs) {

  /** Views without further inputs. */
  public static EncoderBatch of(float[]... views) {
    return new EncoderBatch(views, Map.of());
  }
}
