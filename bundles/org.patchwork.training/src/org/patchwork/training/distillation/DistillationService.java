// SPDX-License-Identifier: MIT
package org.patchwork.training.distillation;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Catalog;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.distillation.Distillation;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.encoder.EncoderNetwork;

/**
 * Trains students: networks from images to probabilities that learn what a teacher says. The same
 * data, settings and seed give the same student, bit for bit, on the same machine.
 */
public final class DistillationService {
  /** In a run folder: pictures of what the student is most wrong about, by epoch. */
  public static final String PICTURES = "pictures";

  private final Algorithms algorithms;
  private final Catalog<EncoderNetwork<?>> networks;
  private final InstantSource clock;
  private final LongSupplier nanoTime;

  /**
   * A service with the system's clock.
   *
   * @param networks the architectures a student may have
   */
  public DistillationService(Algorithms algorithms, Catalog<EncoderNetwork<?>> networks) {
    this(algorithms, networks, InstantSource.system(), System::nanoTime);
  }

  /**
   * A service with clocks of its own.
   *
   * @param networks the architectures a student may have
   * @param clock for the start of a run
   * @param nanoTime for durations and report intervals, as {@link System#nanoTime()}
   */
  public DistillationService(
      Algorithms algorithms,
      Catalog<EncoderNetwork<?>> networks,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.algorithms = algorithms;
    this.networks = networks;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** The architectures a student may have. */
  public Catalog<EncoderNetwork<?>> networks() {
    return networks;
  }

  /**
   * Trains a student, predicts all images and writes a run folder as {@link
   * org.patchwork.training.TrainingService#run} does: {@code run.json}, {@code full_model/} (from
   * images to probabilities), {@code predictions.npy} and curves for TensorBoard; and beside them
   * {@code distillation.json} and {@code pictures/epoch-NNN-worst.png}: for each class, from left
   * to right, the highest-scoring image without it above the lowest-scoring image with it. The
   * folder appears whole when all is done.
   *
   * <p>After each epoch and after a cancel the student is kept beside it, under a hidden name that
   * follows from that of the specification. The next student of this name goes on from there if
   * teacher, images, network and all parameters are the same, and is then bit for bit the one that
   * a run without a break would have given; else it begins anew.
   *
   * <p>The student learns from the images that are neither excluded nor held out and of which the
   * teacher says something. Its classes are those of the teacher that there still are; they are
   * exclusive if the teacher's are.
   *
   * @param runFolder folder to write, which must not exist yet; its name becomes the source of the
   *     predictions
   * @throws TrainingException if there is nothing to learn from, the network does not fit the
   *     images, or the folder cannot be written; says what to do
   * @throws IllegalArgumentException if the network, the augmentation or a parameter does not
   *     exist; lists what does
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled,
   *     between two batches
   */
  public DistillationResult run(
      DistillationSpec spec,
      DistillationData data,
      Path runFolder,
      DistillationListener listener,
      IProgressMonitor monitor)
      throws TrainingException {
    return new Distillation(algorithms, networks, spec, data, nanoTime)
        .run(runFolder, clock.instant(), listener, monitor);
  }
}
