// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.internal.rcp.explorer.ExplorerNode.Kind;
import org.patchwork.project.ProjectSession;

/**
 * Where the images come from: their subsets and their folders. Labels do not change it, and it
 * costs a look at every path, so it is kept until images are added or taken away.
 *
 * @param session the project it was found in
 * @param rows number of images it was found for
 * @param subsets one line each
 * @param sources one line for each folder with images, the first {@value #MOST_SOURCES}
 */
record ImageOrigins(
    ProjectSession session, int rows, List<ExplorerNode> subsets, List<ExplorerNode> sources) {
  private static final int MOST_SOURCES = 1000;

  /** Looks at every row. */
  static ImageOrigins of(ProjectSession session, LabelTable table) {
    return new ImageOrigins(session, table.rows(), subsets(table), sources(session, table));
  }

  /** Whether it is still true. */
  boolean fits(ProjectSession other, LabelTable table) {
    return session == other && rows == table.rows();
  }

  private static List<ExplorerNode> subsets(LabelTable table) {
    int[] counts = new int[table.subsets().size()];
    for (int row = 0; row < table.rows(); row++) {
      int subset = table.subsetIndex(row);
      if (subset >= 0) {
        counts[subset]++;
      }
    }
    List<ExplorerNode> lines = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      String name = table.subsets().get(i);
      lines.add(
          new ExplorerNode(
              Kind.SUBSET,
              name,
              name,
              ExplorerTree.number(counts[i]),
              ExplorerTree.where(new Condition.Subset(name))::select,
              null,
              List.of()));
    }
    return lines;
  }

  private static List<ExplorerNode> sources(ProjectSession session, LabelTable table) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (int row = 0; row < table.rows(); row++) {
      counts.merge(source(table.path(row)), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .limit(MOST_SOURCES)
        .map(
            entry ->
                new ExplorerNode(
                    Kind.SOURCE,
                    entry.getKey(),
                    entry.getKey(),
                    ExplorerTree.number(entry.getValue()),
                    labels -> inSource(labels, entry.getKey()),
                    session.imageRoot().resolve(entry.getKey()),
                    List.of()))
        .toList();
  }

  /** The folder that an image lies in, or that the image lies in which a window is cut from. */
  private static String source(String path) {
    int window = path.indexOf("#xywh=");
    int slash = path.lastIndexOf('/', window < 0 ? path.length() : window);
    return slash < 0 ? "." : path.substring(0, slash);
  }

  private static int[] inSource(LabelTable table, String source) {
    return IntStream.range(0, table.rows())
        .filter(row -> source(table.path(row)).equals(source))
        .toArray();
  }
}
