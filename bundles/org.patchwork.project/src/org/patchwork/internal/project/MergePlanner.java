// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.Arrays;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.Voice;
import org.patchwork.core.VoteTable;
import org.patchwork.project.Edit;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.VotePolicy;
import org.patchwork.project.merge.Choice;
import org.patchwork.project.merge.ClassComparison;
import org.patchwork.project.merge.LabelSource;
import org.patchwork.project.merge.Resolution;

/** Plans the labels and answers that come from another source. */
final class MergePlanner {
  /** Says whether the other side is right in a row of ours. */
  private interface Judge {
    boolean takesTheirs(int row);
  }

  /** A value of the other side by its row. */
  private interface Theirs {
    byte get(int row);
  }

  private static final byte NOTHING = -2;

  private final EditPlanner planner;
  private final ImportPlanner importer;
  private final LabelSource source;
  private final Resolution resolution;
  private int[] rows;

  MergePlanner(EditPlanner planner, Edit.MergeLabels edit) {
    this.planner = planner;
    this.importer = new ImportPlanner(planner);
    this.source = edit.merge().source();
    this.resolution = edit.resolution();
    this.rows = edit.merge().rows();
  }

  void plan(Edit.MergeLabels edit) throws ProjectFormatException {
    int count = planner.state().labels().rows();
    if (Arrays.stream(rows).anyMatch(row -> row >= count)) {
      throw new ProjectFormatException(
          "Images were taken away since the labels were compared. Compare them again.");
    }
    if (resolution.addImages()) {
      addImages(edit.merge().otherImages());
    }
    for (ClassComparison each : edit.merge().classes()) {
      int coming = each.fresh() + (resolution.addImages() ? each.onOtherImages() : 0);
      boolean needed = !each.added() || coming > 0;
      if (needed && resolution.choice(each.name()) != Choice.LEAVE_OUT) {
        merge(each, importer.classNumber(each.name()));
      }
    }
    if (planner.state().policy() == VotePolicy.MAJORITY) {
      planner.votes().countAll();
    }
  }

  private void addImages(List<ImageEntry> images) {
    importer.addImages(images);
    PathIndex index = new PathIndex(planner.state().labels());
    int next = 0;
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] < 0) {
        rows[row] = index.row(images.get(next++).path());
      }
    }
  }

  private void merge(ClassComparison each, int column) throws ProjectFormatException {
    Judge judge = row -> resolution.takesTheirs(each.name(), row);
    VoteTable votes = source.votes();
    for (int voice = 0; voice < votes.voices().size(); voice++) {
      int number = voice;
      vote(votes.voices().get(voice), column, row -> votes.vote(number, row, each.index()), judge);
    }
    vote(Voice.of(source.unsigned()), column, row -> unsigned(row, each.index()), judge);
    if (planner.state().policy() == VotePolicy.LAST_WINS) {
      CellReader mine = CellReader.of(planner.state(), column);
      RowValues labels = decide(mine::get, row -> source.labels().label(row, each.index()), judge);
      planner.setCells(column, labels.rows(), labels.values());
    }
  }

  /** The label of a row for which nobody there has voted, else unknown. */
  private byte unsigned(int row, int classIndex) {
    VoteTable votes = source.votes();
    for (int voice = 0; voice < votes.voices().size(); voice++) {
      boolean open = !votes.voices().get(voice).secondLook();
      if (open && votes.vote(voice, row, classIndex) != LabelTable.UNKNOWN) {
        return LabelTable.UNKNOWN;
      }
    }
    return source.labels().label(row, classIndex);
  }

  private void vote(Voice voice, int column, Theirs theirs, Judge judge)
      throws ProjectFormatException {
    byte[] own = planner.votes().votes(voice, column);
    RowValues votes = decide(row -> own[row], theirs, judge);
    planner.votes().vote(voice, column, votes.rows(), votes.values());
  }

  /** The values that change in our rows, ascending. */
  private RowValues decide(CellReader mine, Theirs theirs, Judge judge) {
    byte[] decided = new byte[planner.state().labels().rows()];
    Arrays.fill(decided, NOTHING);
    for (int row = 0; row < rows.length; row++) {
      byte their = theirs.get(row);
      if (rows[row] >= 0 && their != LabelTable.UNKNOWN) {
        byte own = mine.get(rows[row]);
        if (own == LabelTable.UNKNOWN || (own != their && judge.takesTheirs(rows[row]))) {
          decided[rows[row]] = their;
        }
      }
    }
    RowValues values = new RowValues(0);
    for (int row = 0; row < decided.length; row++) {
      if (decided[row] != NOTHING) {
        values.add(row, decided[row]);
      }
    }
    return values;
  }
}
