// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patchwork.cli.CommandResult;
import org.patchwork.internal.cli.Numbers;
import org.patchwork.learn.AccuracyEstimate;
import org.patchwork.learn.evaluation.ClassReport;
import org.patchwork.learn.evaluation.ConfusionMatrix;
import org.patchwork.learn.evaluation.ModelReport;
import org.patchwork.learn.evaluation.Reliability;
import org.patchwork.project.ProjectSession;

/** Says what a {@link ModelReport} holds. */
record ReportPrinter(ProjectSession session, ModelReport report) {
  private static final int NAME_WIDTH = 12;

  void tell(CommandResult.Builder result) {
    tellValues(result);
    AccuracyEstimate estimate = report.accuracyEstimate();
    result.line(
        "Accuracy %s of %,d %s; base rate %s, %s to beat it",
        Figures.text(estimate),
        report.accuracyCount(),
        report.exclusive() ? "images" : "labels",
        estimate == null ? "n/a" : three(estimate.baseRate()),
        estimate == null ? "n/a" : three(estimate.aboveBaseRate()));
    result.line(
        "Micro: AUC %s, AP %s, F1 %s. Macro: AUC %s, AP %s, F1 %s. Calibration error %s (%s by"
            + " chance), Brier %s",
        Numbers.withPoint(report.microAuc()),
        Numbers.withPoint(report.microAveragePrecision()),
        Numbers.withPoint(report.micro().f1()),
        Numbers.withPoint(report.macro(each -> each.metrics().auc())),
        Numbers.withPoint(report.macro(each -> each.metrics().averagePrecision())),
        Numbers.withPoint(report.macro(each -> each.counts().f1())),
        Numbers.withPoint(report.reliability().calibrationError()),
        Numbers.withPoint(report.reliability().byChance()),
        Numbers.withPoint(report.reliability().brier()));
    Figures.table(classTable()).forEach(line -> result.line("%s", line));
    report.confusions().forEach(matrix -> tell(matrix, result));
  }

  private List<List<String>> classTable() {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "class",
            "present",
            "absent",
            "AUC",
            "AP",
            "from",
            "prec.",
            "recall",
            "F1",
            "accuracy",
            "base",
            "beats",
            "cal.err"));
    for (ClassReport each : report.classes()) {
      AccuracyEstimate estimate = each.counts().estimate();
      table.add(
          List.of(
              Figures.name(session, each.classId()),
              String.format(Locale.ENGLISH, "%,d", each.counts().positives()),
              String.format(Locale.ENGLISH, "%,d", each.counts().negatives()),
              Numbers.withPoint(each.metrics().auc()),
              Numbers.withPoint(each.metrics().averagePrecision()),
              three(each.threshold()),
              Numbers.withPoint(each.counts().precision()),
              Numbers.withPoint(each.counts().recall()),
              Numbers.withPoint(each.counts().f1()),
              Figures.text(estimate),
              estimate == null ? "n/a" : three(estimate.baseRate()),
              estimate == null ? "n/a" : three(estimate.aboveBaseRate()),
              Numbers.withPoint(each.reliability().calibrationError())));
    }
    return table;
  }

  private void tell(ConfusionMatrix matrix, CommandResult.Builder result) {
    List<String> names = new ArrayList<>();
    matrix.classIds().forEach(id -> names.add(Figures.name(session, id)));
    if (matrix.none()) {
      names.add("none");
    }
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("is \\ taken for"));
    names.forEach(name -> head.add(name.substring(0, Math.min(NAME_WIDTH, name.length()))));
    table.add(head);
    for (int truth = 0; truth < matrix.size(); truth++) {
      List<String> line = new ArrayList<>(List.of(names.get(truth)));
      for (int answer = 0; answer < matrix.size(); answer++) {
        line.add(String.format(Locale.ENGLISH, "%,d", matrix.count(truth, answer)));
      }
      table.add(line);
    }
    Figures.table(table).forEach(line -> result.line("%s", line));
  }

  private void tellValues(CommandResult.Builder result) {
    Map<String, Object> micro = Figures.counts(report.micro());
    micro.put("auc", Numbers.boxed(report.microAuc()));
    micro.put("averagePrecision", Numbers.boxed(report.microAveragePrecision()));
    Map<String, Object> macro = new LinkedHashMap<>();
    macro.put("auc", Numbers.boxed(report.macro(each -> each.metrics().auc())));
    macro.put(
        "averagePrecision", Numbers.boxed(report.macro(each -> each.metrics().averagePrecision())));
    macro.put("f1", Numbers.boxed(report.macro(each -> each.counts().f1())));
    result
        .value("accuracy", Numbers.boxed(report.accuracy()))
        .value("count", report.accuracyCount())
        .value("estimate", Figures.values(report.accuracyEstimate()))
        .value("micro", micro)
        .value("macro", macro)
        .value("calibrationError", Numbers.boxed(report.reliability().calibrationError()))
        .value("errorByChance", Numbers.boxed(report.reliability().byChance()))
        .value("brier", Numbers.boxed(report.reliability().brier()))
        .value("reliability", bins(report.reliability()))
        .value("classes", report.classes().stream().map(this::values).toList())
        .value("confusions", report.confusions().stream().map(this::values).toList());
  }

  private Map<String, Object> values(ClassReport each) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("class", Figures.name(session, each.classId()));
    values.put("positives", each.counts().positives());
    values.put("negatives", each.counts().negatives());
    values.put("auc", Numbers.boxed(each.metrics().auc()));
    values.put("averagePrecision", Numbers.boxed(each.metrics().averagePrecision()));
    values.put("threshold", each.threshold());
    values.putAll(Figures.counts(each.counts()));
    values.put("accuracy", Numbers.boxed(each.counts().accuracy()));
    values.put("estimate", Figures.values(each.counts().estimate()));
    values.put("calibrationError", Numbers.boxed(each.reliability().calibrationError()));
    values.put("brier", Numbers.boxed(each.reliability().brier()));
    return values;
  }

  private static List<Map<String, Object>> bins(Reliability reliability) {
    List<Map<String, Object>> bins = new ArrayList<>();
    for (Reliability.Bin bin : reliability.bins()) {
      if (bin.count() > 0) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("from", bin.low());
        values.put("count", bin.count());
        values.put("meanProbability", bin.meanProbability());
        values.put("observed", bin.observed());
        bins.add(values);
      }
    }
    return bins;
  }

  private Map<String, Object> values(ConfusionMatrix matrix) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("classes", matrix.classIds().stream().map(id -> Figures.name(session, id)).toList());
    values.put("none", matrix.none());
    values.put(
        "counts",
        Arrays.stream(matrix.counts()).map(line -> Arrays.stream(line).boxed().toList()).toList());
    return values;
  }

  private static String three(double value) {
    return String.format(Locale.ENGLISH, "%.3f", value);
  }
}
