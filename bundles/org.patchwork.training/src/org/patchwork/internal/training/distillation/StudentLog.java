// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.augmentation.AugmentationPlot;
import org.patchwork.learn.log.TensorBoardLog;
import org.patchwork.training.distillation.DistillationService;
import org.patchwork.training.distillation.StudentEpoch;
import org.patchwork.training.distillation.StudentEpoch.ClassFigures;
import org.patchwork.training.distillation.WorstPrediction;

/** What a run leaves for the eye: curves for TensorBoard and pictures. Close it. */
final class StudentLog implements AutoCloseable {
  private static final int RGB = 3;

  private final Path folder;
  private final StudentImages images;
  private final double began;
  private final double weightDecay;
  private final TensorBoardLog log;

  /**
   * Starts the curves.
   *
   * @param began wall time in seconds since 1970
   */
  StudentLog(Path folder, StudentImages images, double began, double weightDecay)
      throws IOException {
    this.folder = folder;
    this.images = images;
    this.began = began;
    this.weightDecay = weightDecay;
    this.log = new TensorBoardLog(folder, began);
  }

  /** A step, the first being 1. */
  void step(long step, double seconds, double loss, double rate) throws IOException {
    log.scalar("kl_loss", step, began + seconds, loss);
    log.scalar("learning_rate", step, began + seconds, rate);
  }

  /** An epoch; every picture stays. */
  void epoch(StudentEpoch epoch, List<WorstPrediction> worst) throws IOException {
    double time = began + epoch.seconds();
    scalar("l2_loss", epoch, time, epoch.l2());
    scalar("total_loss", epoch, time, epoch.loss() + weightDecay * epoch.l2());
    scalar("test_kl_loss", epoch, time, epoch.checkLoss());
    scalar("agreement", epoch, time, epoch.agreement());
    for (ClassFigures figures : epoch.classes()) {
      scalar("auc_" + figures.name(), epoch, time, figures.auc());
      scalar("acc_" + figures.name(), epoch, time, figures.accuracy());
    }
    if (worst.stream().anyMatch(w -> w.negative() != null || w.positive() != null)) {
      Path pictures = Files.createDirectories(folder.resolve(DistillationService.PICTURES));
      AugmentationPlot picture = picture(worst);
      picture.writePng(pictures.resolve(pictureName(epoch.epoch())));
      log.image("worst_test_predictions", epoch.steps(), time, patch(picture.picture()));
    }
  }

  /** File name of the picture of an epoch. */
  static String pictureName(int epoch) {
    return String.format(Locale.ROOT, "epoch-%03d-worst.png", epoch);
  }

  private static ImagePatch patch(BufferedImage picture) {
    float[] values = new float[picture.getHeight() * picture.getWidth() * RGB];
    int at = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int pixel = picture.getRGB(x, y);
        for (int shift = 16; shift >= 0; shift -= 8) {
          values[at++] = (pixel >> shift & 0xff) / 255f;
        }
      }
    }
    return new ImagePatch(picture.getHeight(), picture.getWidth(), RGB, values);
  }

  private void scalar(String tag, StudentEpoch epoch, double time, Double value)
      throws IOException {
    if (value != null && Double.isFinite(value)) {
      log.scalar(tag, epoch.steps(), time, value);
    }
  }

  /** Negatives above positives, one column for each class. */
  private AugmentationPlot picture(List<WorstPrediction> worst) {
    List<ImagePatch> tiles = new ArrayList<>();
    worst.forEach(each -> tiles.add(tile(each.negative())));
    worst.forEach(each -> tiles.add(tile(each.positive())));
    return new AugmentationPlot(worst.size(), tiles);
  }

  private ImagePatch tile(WorstPrediction.Image image) {
    if (image != null) {
      return images.plain(image.row());
    }
    float[] white = new float[images.input().values()];
    java.util.Arrays.fill(white, 1);
    return new ImagePatch(
        images.input().height(), images.input().width(), images.input().channels(), white);
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
