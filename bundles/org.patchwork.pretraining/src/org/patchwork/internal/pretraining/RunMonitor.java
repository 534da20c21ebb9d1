// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImagePatch;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.log.PictureLog;
import org.patchwork.pretraining.PretrainingParameters;

/**
 * What can be looked at after an epoch beside the figures: pictures, the confusion of the probe,
 * the rotation test, files for the projector, a copy of the extractor.
 */
final class RunMonitor {
  private static final double SAVED_RANGE = 255;

  private final PretrainingPlan plan;
  private final SomeImages images;
  private final EncoderModel model;
  private final ImageEncoder encoder;
  private final Path run;
  private final RotationTest rotation;
  private final ProjectorFiles projector;

  RunMonitor(
      PretrainingPlan plan, SomeImages images, EncoderModel model, ImageEncoder encoder, Path run) {
    this.plan = plan;
    this.images = images;
    this.model = model;
    this.encoder = encoder;
    this.run = run;
    this.rotation = new RotationTest(images, encoder, new RandomStreams(plan.parameters().seed()));
    this.projector = new ProjectorFiles(run, images, images.data().classes().names());
  }

  /**
   * Looks.
   *
   * @param checked what the checks found
   * @param batch the last batch, or null before the first
   * @return further figures for the log, by name
   */
  Map<String, Double> look(
      int epoch,
      CheckedFeatures checked,
      EncoderBatch batch,
      PictureLog pictures,
      IProgressMonitor monitor)
      throws PatchworkException, IOException {
    PretrainingParameters parameters = plan.parameters();
    if (due(parameters.picturesEvery(), epoch)) {
      draw(epoch, checked, batch, pictures);
      plan.run().draw(encoder, pictures, monitor);
    }
    if (due(parameters.projectorEvery(), epoch) && checked.labelled().length > 0) {
      projector.write(epoch, checked.labelled());
    }
    if (due(parameters.keepModelEvery(), epoch)) {
      model.export(run.resolve("models").resolve(name(epoch)), SAVED_RANGE);
    }
    return due(parameters.rotationEvery(), epoch)
        ? Map.of("rotation_classification_accuracy", rotation.accuracy(monitor))
        : Map.of();
  }

  /** Every so many epochs, the untrained network being number 0, and after the last. */
  private boolean due(int every, int epoch) {
    return due(every, epoch, plan.parameters().epochs());
  }

  static boolean due(int every, int epoch, int last) {
    return every > 0 && (epoch % every == 0 || epoch == last);
  }

  private static String name(int epoch) {
    return String.format(Locale.ROOT, "epoch-%03d", epoch);
  }

  private void draw(int epoch, CheckedFeatures checked, EncoderBatch batch, PictureLog pictures)
      throws PatchworkException, IOException {
    int channels = plan.parameters().colors().channels(images.input().channels());
    Optional<ImagePatch> kernels =
        KernelPicture.ofFirstLayer(model.state(), model.shapes(), channels);
    if (kernels.isPresent()) {
      pictures.add("kernels", kernels.get());
    }
    if (batch != null) {
      pictures.add("views", ViewsPicture.draw(batch, plan.run().views(), images));
    }
    if (checked.predicted().length > 0) {
      ConfusionMatrix confusion =
          ConfusionMatrix.of(
              checked.probe().testClasses(), checked.predicted(), checked.probe().classes());
      List<String> names = images.data().classes().names();
      pictures.add("confusion", ConfusionPicture.draw(confusion, names));
      write(epoch, confusion);
      int shown = plan.parameters().neighboursShown();
      pictures.add("neighbours", QueryPicture.draw(checked.labelled(), shown, images));
    }
  }

  private void write(int epoch, ConfusionMatrix confusion) throws IOException {
    Path folder = Files.createDirectories(run.resolve("confusion"));
    List<String> names = images.data().classes().names();
    Files.writeString(folder.resolve(name(epoch) + ".csv"), confusion.csv(names));
  }
}
