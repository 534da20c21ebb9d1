// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which augmentations are switched on, and how strong: as they stand in project, run record and on
 * the command line. The order here has no meaning; operations are applied in that of the catalog.
 *
 * @param strengths by name of the operation its first parameter, by {@code name.parameter} a
 *     further one; truth values are 1 and 0
 */
public record AugmentationSpec(Map<String, Double> strengths) {
  /** Images as they are. */
  public static final AugmentationSpec NONE = new AugmentationSpec(Map.of());

  public AugmentationSpec {
    strengths = Collections.unmodifiableMap(new LinkedHashMap<>(strengths));
  }

  /** True if nothing is switched on. */
  public boolean isEmpty() {
    return strengths.isEmpty();
  }

  /** The same with this operation switched on at this strength. */
  public AugmentationSpec with(String name, double strength) {
    Map<String, Double> changed = new LinkedHashMap<>(strengths);
    changed.put(name, strength);
    return new AugmentationSpec(changed);
  }

  /** The same with this operation switched off. */
  public AugmentationSpec without(String name) {
    Map<String, Double> changed = new LinkedHashMap<>(strengths);
    changed.keySet().removeIf(key -> key.equals(name) || key.startsWith(name + "."));
    return new AugmentationSpec(changed);
  }
}
