// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import org.patchwork.image.ImagePatch;

/**
 * One image in one step.
 *
 * @param step number of the step, from 0
 * @param epoch number of the epoch, from 0
 * @param slot place in the batch
 * @param stream the stream it was drawn for
 * @param row its row in the project
 * @param seeds for each view of the run the seed of its augmentation
 * @param plain the image at the size of the run, not augmented; must not be changed
 */
public record StepImage(
    long step, int epoch, int slot, int stream, int row, long[] seeds, ImagePatch plain) {}
