// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.RateSchedule;

/** Takes steps of a run and measures how long they take. */
public final class StepTimer implements AutoCloseable {
  private final PretrainingPlan plan;
  private final EncoderModel model;
  private final ViewBatches batches;
  private final RateSchedule rates;
  private final EncoderBatch ready;

  /**
   * Prepares a run.
   *
   * @param model closed with this timer
   */
  public StepTimer(PretrainingPlan plan, SomeImages images, EncoderModel model)
      throws PatchworkException {
    this.plan = plan;
    this.model = model;
    this.rates = plan.rates();
    RandomStreams random = new RandomStreams(plan.parameters().seed());
    this.batches = new ViewBatches(images, plan, model.inputs(), random, 0);
    batches.allow(plan.steps());
    this.ready = copy(batches.next());
  }

  private static EncoderBatch copy(EncoderBatch batch) {
    Map<String, float[]> inputs = new LinkedHashMap<>();
    batch.inputs().forEach((name, values) -> inputs.put(name, values.clone()));
    float[][] views = Arrays.stream(batch.views()).map(float[]::clone).toArray(float[][]::new);
    return new EncoderBatch(views, inputs);
  }

  private interface Step {
    void take() throws PatchworkException;
  }

  /** Steps a second, the images read and augmented while the engine computes. */
  public double withInput(int uncounted, int steps) throws PatchworkException {
    return measure(uncounted, steps, () -> step(batches.next()));
  }

  /** Steps a second on images that are ready. */
  public double ready(int uncounted, int steps) throws PatchworkException {
    return measure(uncounted, steps, () -> step(ready));
  }

  /** Batches a second that are read and augmented while the engine rests. */
  public double input(int uncounted, int steps) throws PatchworkException {
    return measure(uncounted, steps, batches::next);
  }

  private void step(EncoderBatch batch) throws PatchworkException {
    long step = model.steps();
    model.step(batch, plan.step(step, rates.at(step)));
  }

  private static double measure(int uncounted, int steps, Step step) throws PatchworkException {
    for (int i = 0; i < uncounted; i++) {
      step.take();
    }
    long start = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      step.take();
    }
    return steps / ((System.nanoTime() - start) * 1e-9);
  }

  @Override
  public void close() {
    batches.close();
    model.close();
  }
}
