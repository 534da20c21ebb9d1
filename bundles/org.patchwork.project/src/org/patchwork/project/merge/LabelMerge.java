// SPDX-License-Identifier: MIT
package org.patchwork.project.merge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.model.LabelClass;
import org.patchwork.project.Edit;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.ProjectSession;

/**
 * Labels of another source against those of the open project: which images are the same, and per
 * class what is new, what is equal and what contradicts. Changes nothing; {@link #edit} does.
 *
 * <p>Answers come in under the names of those who gave them. Where the same annotator answered on
 * both sides, her answers conflict like labels and are decided alike. A label that nobody is known
 * to have given belongs to {@link LabelSource#unsigned()}. In a project that goes by {@link
 * org.patchwork.project.VotePolicy#MAJORITY} the answers come in and the count decides.
 */
public final class LabelMerge {
  private final LabelSource source;
  private final boolean exclusive;
  private final int[] rows;
  private final List<ClassComparison> classes;
  private final ImageMatcher matcher;

  private LabelMerge(
      LabelSource source,
      boolean exclusive,
      int[] rows,
      List<ClassComparison> classes,
      ImageMatcher matcher) {
    this.source = source;
    this.exclusive = exclusive;
    this.rows = rows;
    this.classes = List.copyOf(classes);
    this.matcher = matcher;
  }

  /** Compares; in memory, but a second or two for millions of images. */
  public static LabelMerge compare(
      ProjectSession session, LabelSource source, ImageMatch match, IProgressMonitor monitor) {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Comparing labels", source.classNames().size() + 1);
    LabelTable mine = session.labels();
    Path root = session.imageRoot();
    ImageMatcher matcher = new ImageMatcher(mine, root, source);
    int[] rows = matcher.rows(match);
    progress.split(1);
    List<ClassComparison> classes = new ArrayList<>();
    for (int c = 0; c < source.classNames().size(); c++) {
      LabelClass own = session.classByName(source.classNames().get(c));
      classes.add(compare(mine, own == null ? null : own.getId(), source, c, rows));
      progress.split(1);
    }
    boolean exclusive = session.model().getSchema().isExclusive();
    return new LabelMerge(source, exclusive, rows, classes, matcher);
  }

  private static ClassComparison compare(
      LabelTable mine, String classId, LabelSource source, int theirClass, int[] rows) {
    int index = classId == null ? -1 : mine.classIndex(classId);
    int[] counts = new int[4]; // fresh, equal, only mine, on other images
    byte[] conflicting = new byte[mine.rows()];
    Arrays.fill(conflicting, LabelTable.UNKNOWN);
    for (int row = 0; row < rows.length; row++) {
      byte their = source.labels().label(row, theirClass);
      byte own = rows[row] < 0 || index < 0 ? LabelTable.UNKNOWN : mine.label(rows[row], index);
      if (their == LabelTable.UNKNOWN) {
        counts[2] += own == LabelTable.UNKNOWN ? 0 : 1;
      } else if (rows[row] < 0) {
        counts[3]++;
      } else if (own == LabelTable.UNKNOWN) {
        counts[0]++;
      } else if (own == their) {
        counts[1]++;
      } else {
        conflicting[rows[row]] = own;
      }
    }
    int[] conflicts =
        IntStream.range(0, conflicting.length)
            .filter(row -> conflicting[row] != LabelTable.UNKNOWN)
            .toArray();
    byte[] own = new byte[conflicts.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = conflicting[conflicts[i]];
    }
    return new ClassComparison(
        source.classNames().get(theirClass),
        theirClass,
        classId,
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        conflicts,
        own);
  }

  /** Where the labels come from. */
  public LabelSource source() {
    return source;
  }

  /** The classes of the source, in its order. */
  public List<ClassComparison> classes() {
    return classes;
  }

  /** Row of the open project for each row of the source, −1 for images it does not have; a copy. */
  public int[] rows() {
    return rows.clone();
  }

  /** Number of images that both sides have. */
  public int matched() {
    return (int) Arrays.stream(rows).filter(row -> row >= 0).count();
  }

  /** Images that the open project does not have, as it would write them. */
  public List<ImageEntry> otherImages() {
    LabelTable theirs = source.labels();
    return IntStream.range(0, rows.length)
        .filter(row -> rows[row] < 0)
        .mapToObj(
            row ->
                new ImageEntry(
                    matcher.ownPath(row),
                    theirs.subset(row),
                    null,
                    theirs.excluded(row),
                    theirs.validation(row)))
        .toList();
  }

  /** Number of labels on which the two sides contradict each other. */
  public int conflicts() {
    return classes.stream().mapToInt(each -> each.conflicts().length).sum();
  }

  /**
   * True if the conflicts of an image must be decided together, because exactly one class is
   * present in it.
   */
  public boolean exclusive() {
    return exclusive;
  }

  /**
   * The one edit that brings the labels in.
   *
   * @throws IllegalArgumentException if classes that exclude each other would be decided
   *     differently
   */
  public Edit edit(Resolution resolution) {
    if (exclusive && !alike(resolution)) {
      throw new IllegalArgumentException(
          "Exactly one class is present in each image of this project, so its classes have to be"
              + " decided alike: keep mine or take theirs for all of them.");
    }
    return new Edit.MergeLabels("merge labels of " + source.name(), this, resolution);
  }

  private boolean alike(Resolution resolution) {
    List<ClassComparison> conflicting =
        classes.stream().filter(each -> each.conflicts().length > 0).toList();
    for (ClassComparison each : conflicting) {
      for (int row : each.conflicts()) {
        boolean takes = resolution.takesTheirs(each.name(), row);
        for (ClassComparison other : conflicting) {
          boolean conflicts = Arrays.binarySearch(other.conflicts(), row) >= 0;
          boolean left = resolution.choice(other.name()) == Choice.LEAVE_OUT;
          if (conflicts && (left || takes != resolution.takesTheirs(other.name(), row))) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
