// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.augmentation.Rotate90;

/**
 * Whether a linear probe tells by how many quarters each image was turned: a test that needs no
 * labels. Every third image tests. Each image is turned once, always the same way.
 */
final class RotationTest {
  private static final int TURNS = 4;
  private static final int MOST_IMAGES = 1500;

  private final ImageEncoder encoder;
  private final int[] rows;
  private final int[] turns;

  RotationTest(SomeImages images, ImageEncoder encoder, RandomStreams random) {
    this.encoder = encoder;
    this.rows = ProbeRows.some(images.rows(), MOST_IMAGES, random.stream("rotation images"));
    RandomGenerator lot = random.stream("rotation");
    this.turns = lot.ints(rows.length, 0, TURNS).toArray();
  }

  /** Part of the test images whose turn is told. */
  double accuracy(IProgressMonitor monitor) throws PatchworkException {
    float[][] features = encoder.changed(rows, this::turned, monitor);
    int tests = (rows.length + 2) / 3;
    float[][] training = new float[rows.length - tests][];
    float[][] test = new float[tests][];
    int[] trainingTurns = new int[training.length];
    int[] testTurns = new int[tests];
    for (int i = 0; i < rows.length; i++) {
      boolean tested = i % 3 == 0;
      int place = tested ? i / 3 : i - i / 3 - 1;
      (tested ? test : training)[place] = features[i];
      (tested ? testTurns : trainingTurns)[place] = turns[i];
    }
    return LinearProbe.fit(training, trainingTurns, TURNS, monitor::isCanceled)
        .accuracy(test, testTurns);
  }

  private ImagePatch turned(ImagePatch image, int place) {
    return Rotate90.rotate(image, turns[place]);
  }
}
