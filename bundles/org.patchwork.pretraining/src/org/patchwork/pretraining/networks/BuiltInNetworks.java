// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.learn.encoder.EncoderNetwork;

/** The architectures there are, students take those that are {@linkplain #catalog() built}. */
public final class BuiltInNetworks {
  private static final String BUNDLE = "org.patchwork.pretraining";

  private BuiltInNetworks() {}

  /** All of them, the one for a start first. */
  public static Catalog<EncoderNetwork<?>> catalog() {
    return new Catalog<>(built());
  }

  /** All of them, and the one that goes on from a SavedModel. */
  public static Catalog<EncoderNetwork<?>> forPretraining() {
    List<Contribution<EncoderNetwork<?>>> all = built();
    all.add(
        entry(
            "saved-model",
            "SavedModel from Keras",
            "Goes on from a model with weights of its own, as Keras exports it. Where a network that has seen many photographs is at hand, or an architecture that is not in this list.",
            "https://www.tensorflow.org/guide/saved_model",
            new SavedModelNetwork()));
    return new Catalog<>(all);
  }

  private static List<Contribution<EncoderNetwork<?>>> built() {
    List<Contribution<EncoderNetwork<?>>> all = new ArrayList<>(residual());
    all.addAll(others());
    return all;
  }

  private static List<Contribution<EncoderNetwork<?>>> residual() {
    return List.of(
        entry(
            "small",
            "Small residual network",
            "Meant for two cores and images of 28 to 64 pixels. The one to begin with.",
            "",
            new SmallNetwork()),
        entry(
            "resnet18",
            "ResNet-18",
            "The usual network of papers on self-supervision. On two cores only for small images (switch small images on) or a few thousand of them.",
            "https://arxiv.org/abs/1512.03385",
            new ResNet18()),
        entry(
            "resnet34",
            "ResNet-34",
            "Deeper than ResNet-18, twice the time. Where there are many cores.",
            "https://arxiv.org/abs/1512.03385",
            new ResNet34()),
        entry(
            "resnet50",
            "ResNet-50",
            "Bottlenecks, and features four times as wide. Where there are many cores, and hours.",
            "https://arxiv.org/abs/1512.03385",
            new ResNet50()),
        entry(
            "wide-resnet",
            "Wide residual network",
            "Shallow and wide, made for images of about 32 pixels.",
            "https://arxiv.org/abs/1605.07146",
            new WideResNet()));
  }

  private static List<Contribution<EncoderNetwork<?>>> others() {
    return List.of(
        entry(
            "convmixer",
            "ConvMixer",
            "Cuts an image into patches and mixes them without shrinking further. For images of one scale.",
            "https://arxiv.org/abs/2201.09792",
            new ConvMixer()),
        entry(
            "convnext",
            "ConvNeXt",
            "Large kernels and few channels at a time, in sizes A to XL. Slow on few cores.",
            "https://arxiv.org/abs/2301.00808",
            new ConvNeXt()),
        entry(
            "bn-alexnet",
            "AlexNet with batch norm",
            "Eight layers with large first kernels, of the paper on DeepCluster. For larger photographs; too coarse for images below 96 pixels.",
            "https://arxiv.org/abs/1807.05520",
            new BnAlexNet()),
        entry(
            "context",
            "Encoder of the context encoder",
            "Strided convolutions, of the paper on context encoders.",
            "https://arxiv.org/abs/1604.07379",
            new ContextNetwork()),
        entry(
            "strided",
            "Strided convolutions",
            "A plain chain of strided convolutions. Quick, and the counterpart of a plain decoder.",
            "",
            new StridedNetwork()));
  }

  private static Contribution<EncoderNetwork<?>> entry(
      String name, String title, String description, String paper, EncoderNetwork<?> instance) {
    return new Contribution<>(BUNDLE + "." + name, title, description, paper, BUNDLE, instance);
  }
}
