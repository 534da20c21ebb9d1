// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.core.RowFilter.ExcludeStatus;
import org.patchwork.core.RowFilter.LabelStatus;
import org.patchwork.core.StoredDesign;
import org.patchwork.internal.rcp.explorer.ExplorerNode.Kind;
import org.patchwork.model.LabelClass;
import org.patchwork.pretraining.PretrainingEpoch;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;
import org.patchwork.project.designs.Designs;
import org.patchwork.workflow.ProjectPretraining;

/**
 * Computes the lines of the Explorer from an open project. Reads the runs folder; call it off the
 * display thread.
 */
final class ExplorerTree {
  static final String IMAGES = "Images";
  static final String FEATURES = "Features";
  static final String RUNS = "Runs";
  static final String EXTRACTORS = "Extractors";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm");

  private final ProjectSession session;
  private final LabelTable table;
  private final ImageOrigins origins;

  private ExplorerTree(ProjectSession session, LabelTable table, ImageOrigins origins) {
    this.session = session;
    this.table = table;
    this.origins = origins;
  }

  /**
   * The groups.
   *
   * @param known what was found out about the origins before, if it is still true; null if nothing
   */
  static Lines of(ProjectSession session, ImageOrigins known) {
    LabelTable table = session.labels();
    ImageOrigins origins =
        known != null && known.fits(session, table) ? known : ImageOrigins.of(session, table);
    return new Lines(new ExplorerTree(session, table, origins).groups(), origins);
  }

  /** The groups, and what need not be found out again. */
  record Lines(List<ExplorerNode> groups, ImageOrigins origins) {}

  private List<ExplorerNode> groups() {
    return List.of(images(), classes(), features(), extractors(), designs(), runs());
  }

  private ExplorerNode images() {
    List<ExplorerNode> children = new ArrayList<>();
    children.add(flagged("Excluded", ExcludeStatus.EXCLUDED));
    children.add(flagged("Validation", ExcludeStatus.VALIDATION));
    if (!origins.subsets().isEmpty()) {
      children.add(folded("Subsets", origins.subsets()));
    }
    children.add(folded("Sources", origins.sources()));
    return ExplorerNode.group(IMAGES, number(table.rows()), RowFilter.EVERYTHING::select, children);
  }

  private static ExplorerNode folded(String text, List<ExplorerNode> lines) {
    return ExplorerNode.group(text, number(lines.size()), null, lines);
  }

  private ExplorerNode flagged(String text, ExcludeStatus status) {
    RowFilter filter = new RowFilter(LabelStatus.ANY, status, new Condition.All());
    return new ExplorerNode(
        Kind.SUBSET,
        "flag " + text,
        text,
        number(filter.select(table).length),
        filter::select,
        null,
        List.of());
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

  private ExplorerNode extractors() {
    List<ExplorerNode> children = new ArrayList<>();
    for (PretrainingRun run : pretrainingRuns()) {
      children.add(
          0,
          new ExplorerNode(
              Kind.EXTRACTOR, run.name(), run.name(), detail(run), null, run.folder(), List.of()));
    }
    return ExplorerNode.group(EXTRACTORS, number(children.size()), null, children);
  }

  private List<PretrainingRun> pretrainingRuns() {
    try {
      return ProjectPretraining.runs(session).all();
    } catch (ProjectFormatException e) {
      throw new CompletionException(e);
    }
  }

  /** How far it has come, and what its features are worth. */
  private static String detail(PretrainingRun run) {
    if (run.problem() != null) {
      return run.problem();
    }
    int epochs = run.last().map(PretrainingEpoch::epoch).orElse(0);
    Double probe = run.last().map(last -> last.check().probeAccuracy()).orElse(null);
    String done =
        run.unfinished()
            ? epochs + " of " + run.record().parameters().get("epochs") + " epochs"
            : epochs + (epochs == 1 ? " epoch" : " epochs");
    return probe == null ? done : String.format(Locale.ROOT, "%s, %.1f %%", done, 100 * probe);
  }

  private ExplorerNode designs() {
    Designs designs = new Designs(session.model());
    String active = designs.active().map(StoredDesign::name).orElse("");
    List<ExplorerNode> children =
        designs.all().stream()
            .map(
                design ->
                    new ExplorerNode(
                        Kind.DESIGN,
                        design.name(),
                        design.name(),
                        design.name().equals(active) ? "in use" : "",
                        null,
                        null,
                        List.of()))
            .toList();
    return ExplorerNode.group("Designs", number(children.size()), null, children);
  }

  private ExplorerNode runs() {
    List<ExplorerNode> children = new ArrayList<>();
    for (RunSummary run : session.runs()) {
      String detail = run.problem() == null ? inUse(run) : run.problem();
      children.add(
          0,
          new ExplorerNode(Kind.RUN, run.id(), text(run), detail, null, run.folder(), List.of()));
    }
    return ExplorerNode.group(RUNS, number(children.size()), null, children);
  }

  /** Short, since the Explorer is narrow: the name, and when. */
  private static String text(RunSummary run) {
    return run.started() == null
        ? run.id()
        : run.name() + ", " + TIME.format(run.started().atZone(ZoneId.systemDefault()));
  }

  private String inUse(RunSummary run) {
    PredictionTable shown = session.predictions();
    return shown != null && shown.source().equals(run.id()) ? "in use" : "";
  }

  static RowFilter where(Condition condition) {
    return new RowFilter(LabelStatus.ANY, ExcludeStatus.ANY, condition);
  }

  static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
