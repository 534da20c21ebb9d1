// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The shape rules of {@link Ops} and {@link Network}, for engines and for {@link ShapeNetwork}, so
 * that a model that does not fit fails with the same words everywhere. A size of −1 is only known
 * at run time. All methods throw {@link IllegalArgumentException} with the operation and the
 * shapes.
 */
public final class Shapes {
  private Shapes() {}

  /** The shape as users read it: {@code [n, 7, 7, 1024]}. */
  public static String text(int[] shape) {
    return Arrays.stream(shape)
        .mapToObj(size -> size < 0 ? "n" : Integer.toString(size))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Shape of a binary operation that broadcasts as NumPy does. */
  public static int[] broadcast(String operation, int[] a, int[] b) {
    int[] shape = new int[Math.max(a.length, b.length)];
    for (int i = 1; i <= shape.length; i++) {
      int left = i <= a.length ? a[a.length - i] : 1;
      int right = i <= b.length ? b[b.length - i] : 1;
      require(left == right || left == 1 || right == 1 || left < 0 || right < 0, operation, a, b);
      shape[shape.length - i] = left == 1 ? right : right == 1 || left >= 0 ? left : right;
    }
    return shape;
  }

  /** Shape of a sum, mean or maximum over dimensions. */
  public static int[] reduce(int[] shape, boolean keepDimensions, int... dimensions) {
    boolean[] gone = new boolean[shape.length];
    Arrays.fill(gone, dimensions.length == 0);
    for (int dimension : dimensions) {
      gone[dimension(shape, dimension)] = true;
    }
    int[] kept = new int[shape.length];
    int count = 0;
    for (int i = 0; i < shape.length; i++) {
      if (!gone[i] || keepDimensions) {
        kept[count++] = gone[i] ? 1 : shape[i];
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** Shape of {@code [n, k] · [k, m]}, or of {@code [n, k] · [m, k]ᵀ}. */
  public static int[] matMul(int[] a, int[] b, boolean transposeB) {
    boolean fits = a.length == 2 && b.length == 2;
    if (fits) {
      int inner = transposeB ? b[1] : b[0];
      fits = a[1] == inner || a[1] < 0 || inner < 0;
    }
    require(fits, transposeB ? "matMul with a transposed second matrix" : "matMul", a, b);
    return new int[] {a[0], transposeB ? b[0] : b[1]};
  }

  /** Shape after a reshape; one wanted size may be −1. */
  public static int[] reshape(int[] shape, int... wanted) {
    long have = product(shape);
    long want = product(wanted);
    boolean openHave = Arrays.stream(shape).anyMatch(size -> size < 0);
    int open = (int) Arrays.stream(wanted).filter(size -> size < 0).count();
    boolean fits = open <= 1;
    if (fits && !openHave) {
      fits = open == 0 ? have == want : want > 0 && have % want == 0;
    }
    require(fits, "reshape", shape, wanted);
    int[] result = wanted.clone();
    if (open == 1 && !openHave) {
      result[indexOfOpen(wanted)] = Math.toIntExact(have / want);
    }
    return result;
  }

  /** Shape of parts joined along a dimension. */
  public static int[] concat(int dimension, int[]... parts) {
    if (parts.length == 0) {
      throw new IllegalArgumentException("concat needs at least one part");
    }
    int[] joined = parts[0].clone();
    int axis = dimension(joined, dimension);
    for (int p = 1; p < parts.length; p++) {
      require(parts[p].length == joined.length, "concat", joined, parts[p]);
      for (int i = 0; i < joined.length; i++) {
        if (i == axis) {
          joined[i] = joined[i] < 0 || parts[p][i] < 0 ? -1 : joined[i] + parts[p][i];
        } else {
          require(
              joined[i] == parts[p][i] || joined[i] < 0 || parts[p][i] < 0,
              "concat",
              joined,
              parts[p]);
          joined[i] = Math.max(joined[i], parts[p][i]);
        }
      }
    }
    return joined;
  }

  /** Shape of {@code size} entries of one dimension. */
  public static int[] slice(int[] shape, int dimension, int begin, int size) {
    int axis = dimension(shape, dimension);
    if (begin < 0 || size < 1 || (shape[axis] >= 0 && begin + size > shape[axis])) {
      throw new IllegalArgumentException(
          "slice cannot take entries "
              + begin
              + " to "
              + (begin + size)
              + " of dimension "
              + axis
              + " of "
              + text(shape));
    }
    int[] result = shape.clone();
    result[axis] = size;
    return result;
  }

  /** Shape of a layer with stride 1 and SAME padding on {@code [n, h, w, c]}. */
  public static int[] sameConvolution(String operation, int[] images, int filters, int kernelSize) {
    requireImages(operation, images);
    if (filters < 1 || kernelSize < 1) {
      throw new IllegalArgumentException(
          operation
              + " needs at least one filter and a kernel size of at least 1, not "
              + filters
              + " and "
              + kernelSize);
    }
    return new int[] {images[0], images[1], images[2], filters};
  }

  /** Shape of a 2×2 pooling with stride 2, VALID. */
  public static int[] pool(int[] images) {
    requireImages("pooling", images);
    if (images[1] == 1 || images[2] == 1 || images[1] == 0 || images[2] == 0) {
      throw new IllegalArgumentException(
          "pooling needs feature maps of at least 2×2, not " + images[1] + "×" + images[2]);
    }
    return new int[] {images[0], half(images[1]), half(images[2]), images[3]};
  }

  /** Shape of a transposed matrix. */
  public static int[] transpose(int[] shape) {
    if (shape.length != 2) {
      throw new IllegalArgumentException("transpose needs a matrix, not " + text(shape));
    }
    return new int[] {shape[1], shape[0]};
  }

  /** Shape with its dimensions in another order. */
  public static int[] permute(int[] shape, int... order) {
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    int[] permuted = new int[order.length];
    boolean fits = order.length == shape.length;
    for (int i = 0; fits && i < order.length; i++) {
      fits = sorted[i] == i;
      permuted[i] = fits ? shape[order[i]] : -1;
    }
    require(fits, "permute", shape, order);
    return permuted;
  }

  /** Shape of the products of matrices in the last two dimensions. */
  public static int[] batchMatMul(int[] a, int[] b, boolean transposeB) {
    boolean fits = a.length == b.length && a.length > 2;
    int last = a.length - 1;
    int[] shape = a.clone();
    for (int i = 0; fits && i < last - 1; i++) {
      fits = a[i] == b[i] || a[i] < 0 || b[i] < 0;
      shape[i] = Math.max(a[i], fits ? b[i] : -1);
    }
    if (fits) {
      int inner = transposeB ? b[last] : b[last - 1];
      fits = a[last] == inner || a[last] < 0 || inner < 0;
      shape[last] = transposeB ? b[last - 1] : b[last];
    }
    require(fits, "batchMatMul", a, b);
    return shape;
  }

  /** Shape of a transposed convolution to maps of this size. */
  public static int[] transposedConvolution(int[] maps, Convolution c, int height, int width) {
    requireImages("transposedConv", maps);
    int[] taken = {maps[0], ceilDivide(height, c.stride()), ceilDivide(width, c.stride()), maps[3]};
    boolean sizes = (maps[1] < 0 || maps[1] == taken[1]) && (maps[2] < 0 || maps[2] == taken[2]);
    require(c.padded() && sizes, "transposedConv, padded, from and back to", maps, taken);
    return new int[] {maps[0], height, width, c.filters()};
  }

  /** Shape of what a window of this size gives that steps over {@code [n, h, w, c]}. */
  public static int[] windows(
      String operation, int[] images, int size, int stride, boolean padded, int channels) {
    requireImages(operation, images);
    for (int i = 1; i < 3; i++) {
      if (!padded && images[i] >= 0 && images[i] < size) {
        throw new IllegalArgumentException(
            operation + " of " + size + "×" + size + " does not fit into " + text(images));
      }
    }
    return new int[] {
      images[0],
      padded ? ceilDivide(images[1], stride) : steps(images[1], size, stride),
      padded ? ceilDivide(images[2], stride) : steps(images[2], size, stride),
      channels
    };
  }

  /** Shape of rows {@code [r, …]} looked up by indices. */
  public static int[] gather(int[] table, int[] indices) {
    if (table.length == 0) {
      throw new IllegalArgumentException("gather: a single number has no rows");
    }
    int[] shape = Arrays.copyOf(indices, indices.length + table.length - 1);
    System.arraycopy(table, 1, shape, indices.length, table.length - 1);
    return shape;
  }

  /** Shape of the places of the largest values of each row. */
  public static int[] topIndices(int[] shape, int count) {
    if (shape.length != 2 || count < 1 || shape[1] >= 0 && count > shape[1]) {
      throw new IllegalArgumentException(
          "topIndices: there are no " + count + " largest values in rows of " + text(shape));
    }
    return new int[] {shape[0], count};
  }

  private static int ceilDivide(int size, int stride) {
    return size < 0 ? -1 : Math.ceilDiv(size, stride);
  }

  /** Shape of all square patches, VALID. */
  public static int[] patches(int[] images, int size, int stride) {
    requireImages("extractPatches", images);
    if (size < 1
        || stride < 1
        || (images[1] >= 0 && images[1] < size)
        || (images[2] >= 0 && images[2] < size)) {
      throw new IllegalArgumentException(
          "extractPatches cannot take patches of "
              + size
              + "×"
              + size
              + " every "
              + stride
              + " pixels from "
              + text(images));
    }
    return new int[] {
      images[0],
      steps(images[1], size, stride),
      steps(images[2], size, stride),
      size * size * images[3]
    };
  }

  /** Checks that a shape is {@code [n, h, w, c]}. */
  public static void requireImages(String operation, int[] shape) {
    if (shape.length != 4) {
      throw new IllegalArgumentException(
          operation + " needs feature maps [n, height, width, channels], not " + text(shape));
    }
  }

  /** Checks that a dropout rate is in [0, 1). */
  public static void requireRate(double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "A dropout rate must be at least 0 and below 1, not " + rate);
    }
  }

  /** A dimension as a non-negative index; negative ones count from the end. */
  public static int dimension(int[] shape, int dimension) {
    int index = dimension < 0 ? shape.length + dimension : dimension;
    if (index < 0 || index >= shape.length) {
      throw new IllegalArgumentException(
          "There is no dimension " + dimension + " in " + text(shape));
    }
    return index;
  }

  private static int steps(int size, int patch, int stride) {
    return size < 0 ? -1 : (size - patch) / stride + 1;
  }

  private static int half(int size) {
    return size < 0 ? -1 : size / 2;
  }

  private static long product(int[] shape) {
    return Arrays.stream(shape)
        .filter(size -> size >= 0)
        .asLongStream()
        .reduce(1, Math::multiplyExact);
  }

  private static int indexOfOpen(int[] shape) {
    int index = 0;
    while (shape[index] >= 0) {
      index++;
    }
    return index;
  }

  private static void require(boolean fits, String operation, int[] a, int[] b) {
    if (!fits) {
      throw new IllegalArgumentException(
          operation + " does not fit shapes " + text(a) + " and " + text(b));
    }
  }
}
