// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The comma list in which users write down layers: a number is a convolution with that many
 * filters, {@code p} a 2×2 maximum pooling, {@code d} dropout of whole channels, {@code r} a
 * residual block. Blanks do not matter.
 */
final class LayerList {
  private static final int MAX_SIZE = 8192;
  private static final String KNOWN =
      "a number of filters from 1 to "
          + MAX_SIZE
          + ", p (pooling), d (dropout) or r (residual block)";

  /** One layer. */
  sealed interface Layer {
    /** Convolution, stride 1, SAME, ReLU. */
    record Convolution(int filters) implements Layer {}

    /** 2×2 maximum, stride 2. */
    record MaxPool() implements Layer {}

    /** Dropout of whole channels. */
    record SpatialDropout() implements Layer {}

    /** Two convolutions with a shortcut around them. */
    record Residual() implements Layer {}
  }

  private record Item(int number, int column, String text) {}

  private LayerList() {}

  /**
   * Reads a list of convolutional layers.
   *
   * @throws IllegalArgumentException naming the entry, its column and what may stand there
   */
  static List<Layer> layers(String list) {
    List<Layer> layers = new ArrayList<>();
    for (Item item : items(list, KNOWN)) {
      layers.add(layer(item));
    }
    return layers;
  }

  /**
   * Reads a list of layer sizes; an empty list is allowed.
   *
   * @throws IllegalArgumentException naming the entry, its column and what may stand there
   */
  static List<Integer> units(String list) {
    String wanted = "a number of units from 1 to " + MAX_SIZE;
    List<Integer> units = new ArrayList<>();
    for (Item item : items(list, wanted)) {
      units.add(size(item, wanted));
    }
    return units;
  }

  private static List<Item> items(String list, String wanted) {
    List<Item> items = new ArrayList<>();
    if (list.isBlank()) {
      return items;
    }
    int column = 1;
    for (String part : list.split(",", -1)) {
      int blanks = part.length() - part.stripLeading().length();
      Item item = new Item(items.size() + 1, column + blanks, part.strip());
      if (item.text().isEmpty()) {
        throw new IllegalArgumentException(
            "Layer "
                + item.number()
                + " (column "
                + column
                + " of \""
                + list
                + "\") is empty; write "
                + wanted
                + ", or remove the comma.");
      }
      items.add(item);
      column += part.length() + 1;
    }
    return items;
  }

  private static Layer layer(Item item) {
    return switch (item.text().toLowerCase(Locale.ROOT)) {
      case "p" -> new Layer.MaxPool();
      case "d" -> new Layer.SpatialDropout();
      case "r" -> new Layer.Residual();
      default -> new Layer.Convolution(size(item, KNOWN));
    };
  }

  private static int size(Item item, String wanted) {
    try {
      int size = Integer.parseInt(item.text());
      if (size >= 1 && size <= MAX_SIZE) {
        return size;
      }
    } catch (NumberFormatException e) {
      throw misfit(item, wanted, e);
    }
    throw misfit(item, wanted, null);
  }

  private static IllegalArgumentException misfit(Item item, String wanted, Throwable cause) {
    return new IllegalArgumentException(
        "Layer "
            + item.number()
            + " (column "
            + item.column()
            + ") is \""
            + item.text()
            + "\", but must be "
            + wanted
            + ".",
        cause);
  }
}
