// SPDX-License-Identifier: MIT
package org.patchwork.learn.design;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.patchwork.core.Parameter;
import org.patchwork.core.StoredDesign;
import org.patchwork.learn.ClassWeighting;
import org.patchwork.learn.ModelDesignSpec;

/** Between a design that is trained and the texts in which it is stored. */
public final class DesignText {
  private DesignText() {}

  /**
   * Reads a stored design.
   *
   * @throws IllegalArgumentException if it names class weights that this version does not know
   */
  public static ModelDesignSpec read(StoredDesign stored) {
    return new ModelDesignSpec(
        stored.fineTuningId(),
        new LinkedHashMap<>(stored.fineTuning()),
        stored.outputId(),
        new LinkedHashMap<>(stored.output()),
        stored.lossId(),
        new LinkedHashMap<>(stored.loss()),
        weighting(stored.classWeights()));
  }

  /** Writes a design to be stored under a name. */
  public static StoredDesign write(String name, ModelDesignSpec design) {
    return new StoredDesign(
        name,
        design.fineTuningId(),
        texts(design.fineTuning()),
        design.outputId(),
        texts(design.output()),
        design.lossId(),
        texts(design.loss()),
        Parameter.choiceName(design.classWeights()));
  }

  private static ClassWeighting weighting(String text) {
    if (text.isEmpty()) {
      return ClassWeighting.NONE;
    }
    for (ClassWeighting weighting : ClassWeighting.values()) {
      if (Parameter.choiceName(weighting).equals(text.toLowerCase(Locale.ROOT))) {
        return weighting;
      }
    }
    throw new IllegalArgumentException(
        "The design names the class weights \""
            + text
            + "\", which this version does not know; choose others.");
  }

  private static Map<String, String> texts(Map<String, Object> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach(
        (name, value) ->
            texts.put(
                name,
                value instanceof Enum<?> ? Parameter.choiceName(value) : String.valueOf(value)));
    return texts;
  }
}
