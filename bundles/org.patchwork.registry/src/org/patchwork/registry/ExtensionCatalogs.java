// SPDX-License-Identifier: MIT
package org.patchwork.registry;

import java.util.function.Consumer;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.patchwork.core.Catalog;
import org.patchwork.image.augmentation.Augmentation;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.Loss;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.encoder.Trainer;

/**
 * What the installed plug-ins contribute, as catalogs. A contribution that cannot be used is
 * reported as one status that names its bundle, and left out; the others are offered in the order
 * of their {@code order} attribute, then of their id.
 */
public final class ExtensionCatalogs {
  private final IExtensionRegistry registry;
  private final Consumer<IStatus> problems;

  /**
   * Reads from a registry.
   *
   * @param problems takes one status for each contribution that is left out
   */
  public ExtensionCatalogs(IExtensionRegistry registry, Consumer<IStatus> problems) {
    this.registry = registry;
    this.problems = problems;
  }

  /** Everything installed to learn with; problems go to the platform's log. */
  public static Algorithms algorithms(IExtensionRegistry registry) {
    return logging(registry).algorithms();
  }

  /** A reader of this registry that reports problems to the platform's log. */
  public static ExtensionCatalogs logging(IExtensionRegistry registry) {
    return new ExtensionCatalogs(registry, ILog.of(ExtensionCatalogs.class)::log);
  }

  /** Everything installed to learn with. */
  public Algorithms algorithms() {
    return new Algorithms(
        this.<Sampler<?>>catalog("org.patchwork.learn.samplers", "sampler", Sampler.class),
        this.<Loss<?>>catalog("org.patchwork.learn.losses", "loss", Loss.class),
        this.<FineTuningModel<?>>catalog(
            "org.patchwork.learn.fineTuningModels", "fineTuningModel", FineTuningModel.class),
        this.<OutputModel<?>>catalog(
            "org.patchwork.learn.outputModels", "outputModel", OutputModel.class),
        this.<FeatureExtractorType<?>>catalog(
            "org.patchwork.learn.featureExtractors",
            "featureExtractor",
            FeatureExtractorType.class),
        this.<Engine>catalog("org.patchwork.learn.engines", "engine", Engine.class),
        this.<Augmentation<?>>catalog(
            "org.patchwork.image.augmentations", "augmentation", Augmentation.class),
        this.<SemiSupervised<?>>catalog(
            "org.patchwork.learn.semiSupervised", "semiSupervised", SemiSupervised.class),
        this.<Trainer<?>>catalog("org.patchwork.pretraining.trainers", "trainer", Trainer.class));
  }

  /**
   * The usable contributions to one extension point; empty if nothing is installed or the point
   * itself is unknown.
   *
   * @param pointId full id of the extension point
   * @param element name of the configuration element that describes one contribution
   * @param contract what the class named in the element must implement
   */
  public <T> Catalog<T> catalog(String pointId, String element, Class<? super T> contract) {
    return new ExtensionReader<T>(pointId, contract, problems)
        .read(registry.getConfigurationElementsFor(pointId), element);
  }
}
