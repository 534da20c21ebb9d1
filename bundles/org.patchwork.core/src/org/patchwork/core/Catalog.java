// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The implementations of one extension point, in the order in which they are offered. Immutable.
 * The registry fills catalogs at start; a plain test writes one by hand.
 *
 * @param <T> contract of the extension point
 */
public final class Catalog<T> {
  private final Map<String, Contribution<T>> byId = new LinkedHashMap<>();

  /**
   * Makes a catalog.
   *
   * @throws IllegalArgumentException if an id occurs twice; the message names both bundles
   */
  public Catalog(List<Contribution<T>> contributions) {
    for (Contribution<T> contribution : contributions) {
      Contribution<T> other = byId.putIfAbsent(contribution.id(), contribution);
      if (other != null) {
        throw new IllegalArgumentException(
            "The id \""
                + contribution.id()
                + "\" is contributed twice, by "
                + other.contributor()
                + " and by "
                + contribution.contributor()
                + "; uninstall one of them.");
      }
    }
  }

  /** A catalog of implementations under the given ids, for tests and embedding. */
  public static <T> Catalog<T> of(Map<String, ? extends T> instances) {
    List<Contribution<T>> contributions = new ArrayList<>();
    instances.forEach(
        (id, instance) -> contributions.add(new Contribution<>(id, id, "", "", "", instance)));
    return new Catalog<>(contributions);
  }

  /** All entries, in order. */
  public List<Contribution<T>> all() {
    return List.copyOf(byId.values());
  }

  /** The entry with this id, or with this unambiguous last segment of an id. */
  public Optional<Contribution<T>> find(String id) {
    Contribution<T> exact = byId.get(id);
    if (exact != null) {
      return Optional.of(exact);
    }
    List<Contribution<T>> matches =
        byId.values().stream().filter(c -> c.shortId().equals(id)).toList();
    return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
  }

  /**
   * As {@link #find}, for an id that must be there.
   *
   * @throws IllegalArgumentException if it is not; the message lists what is
   */
  public Contribution<T> require(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Nothing is installed under \""
                        + id
                        + "\"; known are "
                        + byId.values().stream()
                            .map(Contribution::shortId)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
