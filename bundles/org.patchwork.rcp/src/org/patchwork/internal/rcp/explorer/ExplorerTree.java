// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.core.RowFilter.ExcludeStatus;
import org.patchwork.core.RowFilter.LabelStatus;
import org.patchwork.internal.rcp.explorer.ExplorerNode.Kind;
import org.patchwork.model.LabelClass;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;

/**
 * Computes the lines of the Explorer from an open project. Reads the runs folder; call it off the
 * display thread.
 */
final class ExplorerTree {
  static final String IMAGES = "Images";
  static final String FEATURES = "Features";
  static final String RUNS = "Runs";
  private static final int MOST_SOURCES = 200;

  private final ProjectSession session;
  private final LabelTable table;

  private ExplorerTree(ProjectSession session) {
    this.session = session;
    this.table = session.labels();
  }

  static List<ExplorerNode> of(ProjectSession session) {
    ExplorerTree tree = new ExplorerTree(session);
    return List.of(tree.images(), tree.classes(), tree.features(), tree.designs(), tree.runs());
  }

  private ExplorerNode images() {
    List<ExplorerNode> children = new ArrayList<>();
    children.add(flagged("Excluded", ExcludeStatus.EXCLUDED));
    children.add(flagged("Validation", ExcludeStatus.VALIDATION));
    int[] counts = new int[table.subsets().size()];
    for (int row = 0; row < table.rows(); row++) {
      int subset = table.subsetIndex(row);
      if (subset >= 0) {
        counts[subset]++;
      }
    }
    for (int i = 0; i < counts.length; i++) {
      String name = table.subsets().get(i);
      children.add(
          new ExplorerNode(
              Kind.SUBSET,
              name,
              name,
              number(counts[i]),
              where(new Condition.Subset(name))::select,
              null,
              List.of()));
    }
    children.addAll(sources());
    return ExplorerNode.group(IMAGES, number(table.rows()), RowFilter.EVERYTHING::select, children);
  }

  private ExplorerNode flagged(String text, ExcludeStatus status) {
    RowFilter filter = new RowFilter(LabelStatus.ANY, status, new Condition.All());
    int count = 0;
    for (int row = 0; row < table.rows(); row++) {
      boolean flag = status == ExcludeStatus.EXCLUDED ? table.excluded(row) : table.validation(row);
      count += flag ? 1 : 0;
    }
    return new ExplorerNode(
        Kind.SUBSET, "flag " + text, text, number(count), filter::select, null, List.of());
  }

  private List<ExplorerNode> sources() {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (int row = 0; row < table.rows(); row++) {
      counts.merge(source(table.path(row)), 1, Integer::sum);
    }
    List<ExplorerNode> nodes = new ArrayList<>();
    counts.entrySet().stream()
        .limit(MOST_SOURCES)
        .forEach(
            entry ->
                nodes.add(
                    new ExplorerNode(
                        Kind.SOURCE,
                        entry.getKey(),
                        entry.getKey(),
                        number(entry.getValue()),
                        table -> inSource(table, entry.getKey()),
                        session.imageRoot().resolve(entry.getKey()),
                        List.of())));
    return nodes;
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

  private ExplorerNode classes() {
    List<ExplorerNode> children = new ArrayList<>();
    for (LabelClass labelClass : session.classes()) {
      int index = table.classIndex(labelClass.getId());
      int present =
          index < 0
              ? 0
              : table.count(index, LabelTable.PRESENT, false)
                  + table.count(index, LabelTable.PRESENT, true);
      RowFilter filter = where(new Condition.Label(labelClass.getId(), LabelTable.PRESENT));
      children.add(
          new ExplorerNode(
              Kind.CLASS,
              labelClass.getId(),
              labelClass.getName(),
              number(present),
              filter::select,
              null,
              List.of()));
    }
    return ExplorerNode.group("Classes", number(children.size()), null, children);
  }

  private ExplorerNode features() {
    FeatureSet active = session.activeFeatures();
    List<ExplorerNode> children = new ArrayList<>();
    for (FeatureSet set : session.featureSets()) {
      String shape =
          set.shape().stream().map(String::valueOf).reduce((a, b) -> a + "×" + b).orElse("");
      boolean used = active != null && active.id().equals(set.id());
      String detail = number(set.rows()) + " × " + shape + (used ? ", in use" : "");
      children.add(
          new ExplorerNode(
              Kind.FEATURES, set.id(), set.id(), detail, null, set.folder(), List.of()));
    }
    return ExplorerNode.group(FEATURES, number(children.size()), null, children);
  }

  private ExplorerNode designs() {
    List<ExplorerNode> children =
        session.model().getDesigns().stream()
            .map(
                design ->
                    new ExplorerNode(
                        Kind.DESIGN, design.getName(), design.getName(), "", null, null, List.of()))
            .toList();
    return ExplorerNode.group("Designs", number(children.size()), null, children);
  }

  private ExplorerNode runs() {
    List<ExplorerNode> children = new ArrayList<>();
    for (RunSummary run : session.runs()) {
      String detail = run.problem() == null ? "" : run.problem();
      children.add(
          0, new ExplorerNode(Kind.RUN, run.id(), run.id(), detail, null, run.folder(), List.of()));
    }
    return ExplorerNode.group(RUNS, number(children.size()), null, children);
  }

  private static RowFilter where(Condition condition) {
    return new RowFilter(LabelStatus.ANY, ExcludeStatus.ANY, condition);
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
