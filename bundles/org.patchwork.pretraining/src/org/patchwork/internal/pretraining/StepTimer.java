// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import org.patchwork.core.PatchworkException;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.RateSchedule;

/** Takes steps of a run and measures how long they take. */
public final class StepTimer implements AutoCloseable {
  private final PretrainingPlan<?> plan;
  private final EncoderModel model;
  private final ViewBatches batches;
  private final RateSchedule rates;
  private final float[] ready;

  /**
   * Prepares a run.
   *
   * @param model closed with this timer
   */
  public StepTimer(PretrainingPlan<?> plan, SomeImages images, EncoderModel model)
      throws PatchworkException {
    this.plan = plan;
    this.model = model;
    this.rates = plan.rates();
    this.batches = new ViewBatches(images, plan, 0);
    this.ready = batches.next().clone();
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

  private void step(float[] images) throws PatchworkException {
    long step = model.steps();
    model.step(images, rates.at(step), plan.targetDecay(step));
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
