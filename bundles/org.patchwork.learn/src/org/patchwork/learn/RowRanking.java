// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;

/**
 * Finds the best of many by a number each: places, not rows, come out, best first; ties keep their
 * order. Works on primitive keys only; NaN counts as worst.
 */
public final class RowRanking {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 3;
  private static final int VALUES = 1 << DIGIT_BITS;
  private static final int FULL_SORT_FRACTION = 16;

  private RowRanking() {}

  /** The places of the {@code count} smallest scores, or of all if there are fewer. */
  public static int[] smallest(float[] scores, int count) {
    return first(keys(scores, 1), count);
  }

  /** The places of the {@code count} largest scores, or of all if there are fewer. */
  public static int[] largest(float[] scores, int count) {
    return first(keys(scores, -1), count);
  }

  /** The places of the {@code count} smallest keys, or of all if there are fewer. */
  public static int[] first(int[] keys, int count) {
    int wanted = Math.min(count, keys.length);
    return wanted > keys.length / FULL_SORT_FRACTION
        ? Arrays.copyOf(sorted(keys), wanted)
        : selected(keys, wanted);
  }

  private static int[] keys(float[] scores, int sign) {
    int[] keys = new int[scores.length];
    for (int i = 0; i < keys.length; i++) {
      int bits = Float.floatToIntBits(sign * scores[i] + 0f); // + 0 makes −0 and 0 the same
      keys[i] = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
    }
    return keys;
  }

  /** All places by a radix sort, least significant digit first, which keeps ties in order. */
  private static int[] sorted(int[] keys) {
    int[] places = new int[keys.length];
    int[] other = new int[keys.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      int[] starts = starts(keys, digit);
      for (int place : places) {
        other[starts[digit(keys[place], digit)]++] = place;
      }
      int[] done = other;
      other = places;
      places = done;
    }
    return places;
  }

  private static int[] starts(int[] keys, int digit) {
    int[] starts = new int[VALUES];
    for (int key : keys) {
      starts[digit(key, digit)]++;
    }
    int sum = 0;
    for (int i = 0; i < VALUES; i++) {
      int size = starts[i];
      starts[i] = sum;
      sum += size;
    }
    return starts;
  }

  private static int digit(int key, int digit) {
    return (key ^ Integer.MIN_VALUE) >>> digit * DIGIT_BITS & VALUES - 1;
  }

  /** The first places by a heap of bounded size with the worst at the root. */
  private static int[] selected(int[] keys, int count) {
    long[] heap = new long[count];
    for (int i = 0; i < count; i++) {
      heap[i] = entry(keys[i], i);
    }
    for (int i = count / 2 - 1; i >= 0; i--) {
      sink(heap, i);
    }
    for (int i = count; i < keys.length && count > 0; i++) {
      if (keys[i] < (int) (heap[0] >> Integer.SIZE)) {
        heap[0] = entry(keys[i], i);
        sink(heap, 0);
      }
    }
    Arrays.sort(heap);
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = (int) heap[i];
    }
    return places;
  }

  private static long entry(int key, int place) {
    return (long) key << Integer.SIZE | place;
  }

  private static void sink(long[] heap, int start) {
    long sinking = heap[start];
    int parent = start;
    for (int child = 2 * parent + 1; child < heap.length; child = 2 * parent + 1) {
      if (child + 1 < heap.length && heap[child + 1] > heap[child]) {
        child++;
      }
      if (heap[child] <= sinking) {
        break;
      }
      heap[parent] = heap[child];
      parent = child;
    }
    heap[parent] = sinking;
  }
}
