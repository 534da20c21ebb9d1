// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import java.util.List;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.learn.encoder.EncoderNetwork;

/** The architectures there are. */
public final class BuiltInNetworks {
  private static final String BUNDLE = "org.patchwork.pretraining";

  private BuiltInNetworks() {}

  /** All of them, the one for a start first. */
  public static Catalog<EncoderNetwork<?>> catalog() {
    return new Catalog<>(
        List.of(
            entry("small", "Small residual network", "", new SmallNetwork()),
            entry("resnet18", "ResNet-18", "https://arxiv.org/abs/1512.03385", new ResNet18()),
            entry("resnet34", "ResNet-34", "https://arxiv.org/abs/1512.03385", new ResNet34()),
            entry("resnet50", "ResNet-50", "https://arxiv.org/abs/1512.03385", new ResNet50()),
            entry(
                "wide-resnet",
                "Wide residual network",
                "https://arxiv.org/abs/1605.07146",
                new WideResNet()),
            entry("convmixer", "ConvMixer", "https://arxiv.org/abs/2201.09792", new ConvMixer()),
            entry("convnext", "ConvNeXt", "https://arxiv.org/abs/2301.00808", new ConvNeXt()),
            entry(
                "bn-alexnet",
                "AlexNet with batch norm",
                "https://arxiv.org/abs/1807.05520",
                new BnAlexNet()),
            entry(
                "context",
                "Encoder of the context encoder",
                "https://arxiv.org/abs/1604.07379",
                new ContextNetwork()),
            entry("strided", "Strided convolutions", "", new StridedNetwork())));
  }

  private static Contribution<EncoderNetwork<?>> entry(
      String name, String title, String paper, EncoderNetwork<?> instance) {
    return new Contribution<>(BUNDLE + "." + name, title, "", paper, BUNDLE, instance);
  }
}
