// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.patchwork.pretraining.trainers.AdCo;
import org.patchwork.pretraining.trainers.Crops;
import org.patchwork.pretraining.trainers.Dino;
import org.patchwork.pretraining.trainers.MoCo;
import org.patchwork.pretraining.trainers.NnClr;
import org.patchwork.pretraining.trainers.ProjectionHead;
import org.patchwork.pretraining.trainers.SwAv;

/** The trainers that remember earlier steps, and those with views of two sizes. */
final class QueuesToTrainOn {
  private QueuesToTrainOn() {}

  static Stream<Arguments> trainers() {
    return Stream.of(
        Arguments.of(
            "MoCo",
            new MoCo(),
            new MoCo.Parameters(20, .9, .2, 1, new ProjectionHead(1, 16), false, 1, 0, 0, 0, 0)),
        Arguments.of(
            "MoCo v2 with EqCo, MoCHi and groups",
            new MoCo(),
            new MoCo.Parameters(20, .9, .2, 2, new ProjectionHead(32, 16), true, 2, .1, 8, 4, 2)),
        Arguments.of(
            "NNCLR",
            new NnClr(),
            new NnClr.Parameters(20, .2, new ProjectionHead(32, 16), 3, true, 0)),
        Arguments.of(
            "NNCLR without predictor",
            new NnClr(),
            new NnClr.Parameters(8, .2, new ProjectionHead(32, 16), 2, false, .1)),
        Arguments.of(
            "AdCo",
            new AdCo(),
            new AdCo.Parameters(20, .9, .2, .1, .03, 1e-4, false, new ProjectionHead(32, 16))),
        Arguments.of(
            "AdCo among queries",
            new AdCo(),
            new AdCo.Parameters(20, .9, .2, .1, .03, 1e-4, true, new ProjectionHead(32, 16))),
        Arguments.of(
            "SwAV",
            new SwAv(),
            new SwAv.Parameters(
                6, .2, .1, 3, new ProjectionHead(32, 16), 0, 1, new Crops(2, .5, .3))),
        Arguments.of(
            "SwAV with a queue",
            new SwAv(),
            new SwAv.Parameters(
                6, .2, .1, 3, new ProjectionHead(32, 16), 20, 1, new Crops(0, .5, .3))),
        Arguments.of(
            "DINO",
            new Dino(),
            new Dino.Parameters(16, .2, .1, .9, .9, 32, true, 16, new Crops(2, .5, .4))));
  }
}
