// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.LinkedHashMap;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Checkpoint;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.TrainerRun;

/**
 * What a checkpoint holds: the variables of the model, what the trainer remembers under names that
 * begin with {@code trainer/}, and which epoch it has begun.
 */
final class TrainerMemory {
  private static final String OWN = "trainer/";
  private static final String BEGUN = "loop/begun";

  private TrainerMemory() {}

  static Checkpoint save(EncoderModel model, TrainerRun run, int begun) throws TrainingException {
    Map<String, float[]> all = new LinkedHashMap<>(model.state());
    run.state().forEach((name, values) -> all.put(OWN + name, values));
    all.put(BEGUN, new float[] {begun});
    return new Checkpoint(model.steps(), all);
  }

  /** Goes back to a checkpoint; gives the epoch that had begun, −1 if none had. */
  static int restore(Checkpoint checkpoint, EncoderModel model, TrainerRun run)
      throws TrainingException {
    model.restore(checkpoint.state(), checkpoint.steps());
    Map<String, float[]> own = new LinkedHashMap<>();
    checkpoint
        .state()
        .forEach(
            (name, values) -> {
              if (name.startsWith(OWN)) {
                own.put(name.substring(OWN.length()), values);
              }
            });
    run.restore(own);
    float[] begun = checkpoint.state().get(BEGUN);
    return begun == null ? -1 : (int) begun[0];
  }
}
