// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.annotators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patchwork.cli.CommandResult;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Voice;
import org.patchwork.project.EditPreview;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.VotePolicy;
import org.patchwork.project.merge.ClassComparison;
import org.patchwork.project.merge.LabelMerge;
import org.patchwork.project.merge.Resolution;

/** Says what a merge brings, for people and for programs. */
final class MergeReport {
  private final ProjectSession session;
  private final LabelMerge merge;
  private final Resolution resolution;

  MergeReport(ProjectSession session, LabelMerge merge, Resolution resolution) {
    this.session = session;
    this.merge = merge;
    this.resolution = resolution;
  }

  void tell(EditPreview preview, int list, CommandResult.Builder result) {
    int images = merge.source().labels().rows();
    result
        .value("source", merge.source().name())
        .value("annotators", merge.source().votes().voices().stream().map(Voice::label).toList())
        .value("unsigned", merge.source().unsigned())
        .value("images", images)
        .value("matched", merge.matched())
        .value("added", preview.addedRows())
        .value("classes", merge.classes().stream().map(this::values).toList())
        .value("conflicts", merge.conflicts())
        .value("changedLabels", preview.cells())
        .value("changedImages", preview.rows().length);
    result.line(
        "%s has %,d images, %,d of them in this project.",
        merge.source().name(), images, merge.matched());
    result.line("%-24s %10s %10s %10s  %s", "class", "new", "equal", "conflicts", "on conflict");
    for (ClassComparison each : merge.classes()) {
      result.line(
          "%-24s %,10d %,10d %,10d  %s%s",
          each.name(),
          each.fresh(),
          each.equal(),
          each.conflicts().length,
          choice(each.name()),
          each.added() ? " (new class)" : "");
    }
    result.line(
        "%,d labels of %,d images change, %,d images are added.",
        preview.cells(), preview.rows().length, preview.addedRows());
    list(list, result);
  }

  /** In a project of the majority the count decides, whatever is chosen. */
  private String choice(String className) {
    boolean counted = session.annotators().policy() == VotePolicy.MAJORITY;
    return counted
        ? "majority"
        : resolution.choice(className).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Map<String, Object> values(ClassComparison each) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", each.name());
    values.put("newClass", each.added());
    values.put("new", each.fresh());
    values.put("equal", each.equal());
    values.put("conflicts", each.conflicts().length);
    values.put("onlyMine", each.onlyMine());
    values.put("onOtherImages", each.onOtherImages());
    values.put("onConflict", choice(each.name()));
    return values;
  }

  private void list(int limit, CommandResult.Builder result) {
    List<Map<String, Object>> listed = new ArrayList<>();
    for (ClassComparison each : merge.classes()) {
      for (int i = 0; i < each.conflicts().length && listed.size() < limit; i++) {
        boolean present = each.mine()[i] == LabelTable.PRESENT;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("row", each.conflicts()[i]);
        values.put("path", session.labels().path(each.conflicts()[i]));
        values.put("class", each.name());
        values.put("mine", present ? "present" : "absent");
        values.put("theirs", present ? "absent" : "present");
        listed.add(values);
        result.line(
            "  %s  %s: mine %s, theirs %s",
            values.get("path"), each.name(), values.get("mine"), values.get("theirs"));
      }
    }
    result.value("listed", listed);
  }
}
