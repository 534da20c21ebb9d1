// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.util.List;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.augmentation.Augmenter;

/**
 * One image in one step.
 *
 * @param step number of the step, from 0
 * @param epoch number of the epoch, from 0
 * @param slot place in the batch
 * @param stream the stream it was drawn for
 * @param row its row in the project
 * @param seeds for each view of the run the seed of its augmentation
 * @param augmenters for each view of the run its augmentation
 * @param plain the image at the size of the run, not augmented; must not be changed
 */
public record StepImage(
    long step,
    int epoch,
    int slot,
    int stream,
    int row,
    long[] seeds,
    List<Augmenter> augmenters,
    ImagePatch plain) {}
