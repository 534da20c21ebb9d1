// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.Objects;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.Selection;

/**
 * The images shown at one time and how they were chosen: a page that was drawn, or a whole list
 * that is browsed. The arrays belong to the page and are not changed.
 *
 * <p>May be made on any thread; a list of millions is best made off the display thread, because
 * finding the place of a row in O(log n) takes a sort first.
 */
public final class Page {
  /** What the images are to the user. */
  public enum Kind {
    /** A handful chosen to be labelled: all of it is looked at, and does not come again unasked. */
    DRAWN,
    /** All that a filter lets through, however many: to be scrolled through. */
    BROWSED
  }

  private static final float[] NO_SCORES = {};

  /** Nothing chosen yet. */
  public static final Page EMPTY = new Page(new int[0], NO_SCORES, "", "");

  private final Kind kind;
  private final int[] rows;
  private final float[] scores;
  private final PickReasons why;
  private final String source;
  private final String description;
  private final RowIndex index;

  /**
   * A page that was drawn.
   *
   * @param rows row numbers in the order of display, distinct
   * @param scores what each row was chosen for, or empty
   * @param source id of the sampler or of the view that chose them; recorded with each label given
   *     on the page
   * @param description one sentence for the user, for example "24 images by margin"
   */
  public Page(int[] rows, float[] scores, String source, String description) {
    this(Kind.DRAWN, rows, scores, PickReasons.NONE, source, description);
  }

  private Page(
      Kind kind, int[] rows, float[] scores, PickReasons why, String source, String description) {
    if (scores.length != 0 && scores.length != rows.length) {
      throw new IllegalArgumentException(rows.length + " rows but " + scores.length + " scores");
    }
    this.kind = kind;
    this.rows = rows;
    this.scores = scores;
    this.why = why;
    this.source = Objects.requireNonNull(source);
    this.description = Objects.requireNonNull(description);
    this.index = RowIndex.of(rows);
  }

  /**
   * A page that a sampler drew, with the reason of each image.
   *
   * @param source id of the sampler
   */
  public static Page of(Selection selection, String source) {
    return new Page(
        Kind.DRAWN,
        selection.rows(),
        selection.scores(),
        selection.why(),
        source,
        selection.reason());
  }

  /** A page without scores. */
  public static Page of(int[] rows, String source, String description) {
    return new Page(rows, NO_SCORES, source, description);
  }

  /** A list to scroll through; the parameters are those of a page. */
  public static Page browsed(int[] rows, String source, String description) {
    return browsed(rows, NO_SCORES, source, description);
  }

  /** A list to scroll through whose images have scores. */
  public static Page browsed(int[] rows, float[] scores, String source, String description) {
    return new Page(Kind.BROWSED, rows, scores, PickReasons.NONE, source, description);
  }

  public Kind kind() {
    return kind;
  }

  /** Row numbers in the order of display, distinct. */
  public int[] rows() {
    return rows;
  }

  /** Id of the sampler or of the view that chose them. */
  public String source() {
    return source;
  }

  /** One sentence for the user. */
  public String description() {
    return description;
  }

  /** Number of images. */
  public int size() {
    return rows.length;
  }

  /** Place of a row on the page, or −1; O(log n). */
  public int positionOf(int row) {
    return index.positionOf(row);
  }

  /** The highest row number on the page, −1 if it is empty; O(1). */
  public int lastRow() {
    return index.lastRow();
  }

  /** Score at a place of the page, NaN if there is none. */
  public float score(int position) {
    return scores.length == 0 ? Float.NaN : scores[position];
  }

  /** What the image at a place of the page was chosen for; empty if that is not told. */
  public String why(int position) {
    return why.phrase(position);
  }
}
