// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How often each image is drawn, so that every task is asked as often as every other: p = Σ 1 /
 * (images of the task · tasks) over the tasks that know the image. Balances tasks, not their
 * answers.
 *
 * @param rows the images that some task knows
 * @param probabilities of each of them; they sum to 1
 */
public record TaskDraw(int[] rows, double[] probabilities) {

  /** The draw of some rows. */
  public static TaskDraw of(List<LabelTask> tasks, int[] candidates) {
    int[] rows =
        Arrays.stream(candidates)
            .filter(row -> tasks.stream().anyMatch(task -> task.answer(row) >= 0))
            .toArray();
    double[] probabilities = new double[rows.length];
    for (LabelTask task : tasks) {
      long known = Arrays.stream(rows).filter(row -> task.answer(row) >= 0).count();
      for (int i = 0; i < rows.length; i++) {
        if (task.answer(rows[i]) >= 0) {
          probabilities[i] += 1.0 / (known * tasks.size());
        }
      }
    }
    double sum = Arrays.stream(probabilities).sum(); // less than 1 if a task knows none of the rows
    for (int i = 0; i < rows.length; i++) {
      probabilities[i] /= sum;
    }
    return new TaskDraw(rows, probabilities);
  }

  /** So many rows, independently. */
  public int[] draw(int count, RandomGenerator random) {
    double[] cumulative = probabilities.clone();
    Arrays.parallelPrefix(cumulative, Double::sum);
    double total = cumulative[cumulative.length - 1];
    int[] drawn = new int[count];
    for (int i = 0; i < count; i++) {
      int found = Arrays.binarySearch(cumulative, random.nextDouble() * total);
      drawn[i] = rows[Math.min(rows.length - 1, found < 0 ? -found - 1 : found + 1)];
    }
    return drawn;
  }
}
