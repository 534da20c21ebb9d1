// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;
import org.patchwork.project.ImageEntry;

/** Plans edits that bring images, and labels by path, into the project. */
final class ImportPlanner {
  private final EditPlanner planner;

  ImportPlanner(EditPlanner planner) {
    this.planner = planner;
  }

  void addImages(List<ImageEntry> images) {
    PathIndex index = new PathIndex(planner.state().labels());
    Set<String> seen = new HashSet<>();
    List<ImageEntry> fresh = new ArrayList<>();
    for (ImageEntry image : images) {
      if (index.row(image.path()) < 0 && seen.add(image.path())) {
        fresh.add(image);
      }
    }
    append(fresh);
  }

  private void append(List<ImageEntry> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    int before = planner.state().labels().rows();
    planner.add(new Change.Rows(before, Math.addExact(before, fresh.size()), List.copyOf(fresh)));
    setFlags(Columns.EXCLUDED, before, fresh.stream().map(ImageEntry::excluded).toList());
    setFlags(Columns.VALIDATION, before, fresh.stream().map(ImageEntry::validation).toList());
  }

  private void setFlags(int column, int firstRow, List<Boolean> flags) {
    RowValues cells = new RowValues(flags.size());
    for (int i = 0; i < flags.size(); i++) {
      if (flags.get(i)) {
        cells.add(firstRow + i, (byte) 1);
      }
    }
    planner.setCells(column, cells.rows(), cells.values());
  }

  void importLabels(Edit.ImportLabels edit) throws ProjectFormatException {
    addImages(edit.images());
    PathIndex index = new PathIndex(planner.state().labels());
    int[] rowOfImage = edit.images().stream().mapToInt(image -> index.row(image.path())).toArray();
    for (int c = 0; c < edit.classNames().size(); c++) {
      int number = classNumber(edit.classNames().get(c));
      setLabels(number, rowOfImage, edit.labels()[c]);
    }
  }

  /** Number of the class with this name, which is made if there is none. */
  int classNumber(String name) throws ProjectFormatException {
    for (ClassDefinition definition : planner.state().classes()) {
      if (definition.name().equals(name)) {
        return definition.number();
      }
    }
    new ClassPlanner(planner).add(new Edit.AddClass(name));
    List<ClassDefinition> classes = planner.state().classes();
    return classes.get(classes.size() - 1).number();
  }

  private void setLabels(int column, int[] rowOfImage, byte[] labels) {
    byte[] byRow = new byte[planner.state().labels().rows()];
    java.util.Arrays.fill(byRow, LabelTable.UNKNOWN);
    for (int i = 0; i < rowOfImage.length; i++) {
      if (labels[i] != LabelTable.UNKNOWN) {
        byRow[rowOfImage[i]] = labels[i];
      }
    }
    RowValues cells = new RowValues(rowOfImage.length);
    for (int row = 0; row < byRow.length; row++) {
      if (byRow[row] != LabelTable.UNKNOWN) {
        cells.add(row, byRow[row]);
      }
    }
    planner.setCells(column, cells.rows(), cells.values());
  }
}
