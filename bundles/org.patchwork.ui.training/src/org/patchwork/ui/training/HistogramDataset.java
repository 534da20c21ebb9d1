// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import org.jfree.data.xy.AbstractIntervalXYDataset;
import org.patchwork.learn.Histogram;

/**
 * One panel of a histogram for JFreeChart: densities over the bins, one series each of negatives,
 * positives, unlabelled.
 */
final class HistogramDataset extends AbstractIntervalXYDataset {
  private static final long serialVersionUID = 1L;

  static final int NEGATIVES = 0;
  static final int POSITIVES = 1;
  static final int UNLABELED = 2;
  private static final List<String> NAMES = List.of("absent", "present", "not labelled");

  private transient List<Histogram.Series> series = List.of();

  /** Shows a panel, unlabelled images only if it has any; null shows nothing. */
  void show(Histogram.Panel panel) {
    if (panel == null) {
      series = List.of();
    } else if (panel.unlabeled().total() == 0) {
      series = List.of(panel.negatives(), panel.positives());
    } else {
      series = List.of(panel.negatives(), panel.positives(), panel.unlabeled());
    }
    fireDatasetChanged();
  }

  /** Rows behind a bar, ascending. */
  int[] rows(int index, int bin) {
    return series.get(index).rows().get(bin);
  }

  /** What a bar is, in words: {@code 12 of 40 labelled present, probability 0.93 to 1.00}. */
  String text(int index, int bin) {
    return String.format(
        Locale.ENGLISH,
        "%,d of %,d %s, probability %.2f to %.2f",
        rows(index, bin).length,
        series.get(index).total(),
        index == UNLABELED ? NAMES.get(index) : "labelled " + NAMES.get(index),
        Histogram.edge(bin),
        Histogram.edge(bin + 1));
  }

  @Override
  public int getSeriesCount() {
    return series.size();
  }

  @Override
  public Comparable<?> getSeriesKey(int index) {
    return NAMES.get(index);
  }

  @Override
  public int getItemCount(int index) {
    return Histogram.BINS;
  }

  @Override
  public Number getX(int index, int bin) {
    return (Histogram.edge(bin) + Histogram.edge(bin + 1)) / 2;
  }

  @Override
  public Number getStartX(int index, int bin) {
    return Histogram.edge(bin);
  }

  @Override
  public Number getEndX(int index, int bin) {
    return Histogram.edge(bin + 1);
  }

  @Override
  public Number getY(int index, int bin) {
    return series.get(index).densities()[bin];
  }

  @Override
  public Number getStartY(int index, int bin) {
    return 0;
  }

  @Override
  public Number getEndY(int index, int bin) {
    return getY(index, bin);
  }
}
