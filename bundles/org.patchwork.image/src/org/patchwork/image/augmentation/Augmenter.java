// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImagePatch;

/**
 * The augmentations of a {@link AugmentationSpec}, looked up and checked, in the order of the
 * catalog. Each operation draws from a stream of its own, so that switching one on or off leaves
 * the draws of the others as they were. Values are limited to [0, 1] at the end. Immutable and
 * thread-safe.
 */
public final class Augmenter {
  private final List<Step<?>> steps;
  private final AugmentationSpec spec;

  /** One operation with its parameters. */
  private record Step<P extends Record>(String name, Augmentation<P> operation, P parameters) {

    ImagePatch apply(ImagePatch image, RandomStreams random) {
      RandomGenerator draws = random.stream(name);
      return operation.apply(image, parameters, draws);
    }

    /** False for an operation whose first parameter is a truth value that says no. */
    boolean isOn() {
      Object first =
          ParameterSchema.of(operation.parameterType()).values(parameters).values().stream()
              .findFirst()
              .orElse(true);
      return !Boolean.FALSE.equals(first);
    }
  }

  private Augmenter(List<Step<?>> steps, AugmentationSpec spec) {
    this.steps = steps;
    this.spec = spec;
  }

  /**
   * Looks augmentations up.
   *
   * @throws IllegalArgumentException if one is not installed or its strength does not fit; says
   *     what does
   */
  public static Augmenter of(Catalog<Augmentation<?>> catalog, AugmentationSpec wanted) {
    AugmentationSpec spec = OldNames.current(wanted);
    Map<String, Map<String, Double>> byName = new LinkedHashMap<>();
    spec.strengths()
        .forEach(
            (key, value) -> {
              int dot = key.indexOf('.');
              String name = dot < 0 ? key : key.substring(0, dot);
              String parameter = dot < 0 ? "" : key.substring(dot + 1);
              byName.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(parameter, value);
            });
    byName.keySet().forEach(name -> require(catalog, name));
    List<Step<?>> steps = new ArrayList<>();
    for (Contribution<Augmentation<?>> entry : catalog.all()) {
      Map<String, Double> values = byName.get(entry.shortId());
      if (values != null) {
        steps.add(step(entry.shortId(), entry.instance(), values));
      }
    }
    steps.removeIf(step -> !step.isOn());
    return new Augmenter(List.copyOf(steps), spec);
  }

  private static void require(Catalog<Augmentation<?>> catalog, String name) {
    if (name.equals("select_prob")) {
      throw new IllegalArgumentException(
          "select_prob is gone: every operation has a probability of its own. Leave it out.");
    }
    try {
      catalog.require(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Augmentation: " + e.getMessage(), e);
    }
  }

  private static <P extends Record> Step<P> step(
      String name, Augmentation<P> operation, Map<String, Double> values) {
    ParameterSchema<P> schema = ParameterSchema.of(operation.parameterType());
    Map<String, Object> named = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          Parameter parameter =
              schema.parameters().stream()
                  .filter(p -> key.isEmpty() || p.name().equals(key))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "The augmentation " + name + " has no parameter \"" + key + "\"."));
          named.put(parameter.name(), parameter.type() == boolean.class ? value != 0 : value);
        });
    try {
      return new Step<>(name, operation, schema.create(named));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Augmentation " + name + ": " + e.getMessage(), e);
    }
  }

  /** The augmentations, by today's names. */
  public AugmentationSpec spec() {
    return spec;
  }

  /** True if images come out as they went in. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /**
   * The operations alone that move pixels. With the same seed it does to masks what this augmenter
   * does to the image.
   */
  public Augmenter geometry() {
    AugmentationSpec moving = spec;
    for (Step<?> step : steps) {
      moving = step.operation().movesPixels() ? moving : moving.without(step.name());
    }
    return new Augmenter(
        steps.stream().filter(step -> step.operation().movesPixels()).toList(), moving);
  }

  /**
   * Augments an image that has its final size already.
   *
   * @param seed the same seed gives the same image
   * @return of the same size and channels, values in [0, 1]
   */
  public ImagePatch apply(ImagePatch image, long seed) {
    RandomStreams random = new RandomStreams(seed);
    ImagePatch changed = image;
    for (Step<?> step : steps) {
      changed = step.apply(changed, random);
    }
    return changed == image ? image : Pixels.clip(changed);
  }
}
