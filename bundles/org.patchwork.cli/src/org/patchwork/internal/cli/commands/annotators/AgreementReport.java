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
import org.patchwork.core.VoteTable;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.Agreement;
import org.patchwork.learn.ClassAgreement;
import org.patchwork.learn.Kappa;
import org.patchwork.learn.PairAgreement;
import org.patchwork.project.ProjectSession;

/** Says how well annotators agree, for people and for programs. */
final class AgreementReport {
  private final ProjectSession session;
  private final VoteTable votes;
  private final Agreement agreement;
  private final List<String> classNames;

  AgreementReport(ProjectSession session, VoteTable votes, Agreement agreement) {
    this.session = session;
    this.votes = votes;
    this.agreement = agreement;
    this.classNames = Projects.classNames(session);
  }

  void tell(int list, CommandResult.Builder result) {
    int disagreements = agreement.disagreements().cardinality();
    result
        .value("rule", session.annotators().policy().name().toLowerCase(Locale.ROOT))
        .value("annotators", agreement.voices().stream().map(this::annotator).toList())
        .value("overall", kappa(agreement.overall()))
        .value("classes", classes())
        .value("pairs", agreement.people().stream().map(this::pair).toList())
        .value("secondLooks", agreement.selves().stream().map(this::pair).toList())
        .value("disagreements", disagreements);
    lines(result);
    result.line(
        "%,d images on which answers differ; the %s counts.",
        disagreements,
        switch (session.annotators().policy()) {
          case LAST_WINS -> "last answer";
          case MAJORITY -> "majority";
        });
    if (list > 0) {
      list(list, result);
    }
  }

  private void lines(CommandResult.Builder result) {
    if (agreement.voices().isEmpty()) {
      result.line("Nobody has answered yet, so there is nothing to compare.");
      return;
    }
    for (Voice voice : agreement.voices()) {
      result.line("%-32s %,10d answers", voice.label(), agreement.answers(voice));
    }
    result.line("%-32s %10s %10s %10s", "class", "images", "kappa", "disagree");
    for (int c = 0; c < classNames.size(); c++) {
      ClassAgreement each = agreement.classes().get(c);
      line(result, classNames.get(c), each.fleiss(), each.disagreements().cardinality());
    }
    line(result, "all classes", agreement.overall(), agreement.disagreements().cardinality());
    for (PairAgreement pair : agreement.pairs()) {
      result.line(
          "%-32s %,10d %10s",
          pair.first().label() + " : " + pair.second().label(),
          pair.overall().items(),
          text(pair.overall()));
    }
  }

  private static void line(
      CommandResult.Builder result, String name, Kappa kappa, int disagreements) {
    result.line("%-32s %,10d %10s %,10d", name, kappa.items(), text(kappa), disagreements);
  }

  private static String text(Kappa kappa) {
    return kappa.available() ? String.format(Locale.ROOT, "%.3f", kappa.value()) : "n/a";
  }

  private Map<String, Object> annotator(Voice voice) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", voice.annotator());
    values.put("secondLook", voice.secondLook());
    values.put("answers", agreement.answers(voice));
    return values;
  }

  private List<Map<String, Object>> classes() {
    List<Map<String, Object>> classes = new ArrayList<>();
    for (int c = 0; c < classNames.size(); c++) {
      ClassAgreement each = agreement.classes().get(c);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("id", each.classId());
      values.put("name", classNames.get(c));
      values.putAll(kappa(each.fleiss()));
      values.put("answers", each.answersInAll());
      values.put("disagreements", each.disagreements().cardinality());
      values.put("secondThoughts", each.secondThoughts().cardinality());
      classes.add(values);
    }
    return classes;
  }

  private Map<String, Object> pair(PairAgreement pair) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("first", pair.first().annotator());
    values.put("second", pair.second().annotator());
    values.putAll(kappa(pair.overall()));
    Map<String, Object> byClass = new LinkedHashMap<>();
    for (int c = 0; c < classNames.size(); c++) {
      byClass.put(classNames.get(c), kappa(pair.byClass().get(c)));
    }
    values.put("classes", byClass);
    return values;
  }

  /** What is not available is null. */
  private static Map<String, Object> kappa(Kappa kappa) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("compared", kappa.items());
    values.put("kappa", kappa.available() ? kappa.value() : null);
    values.put("observed", kappa.items() > 0 ? kappa.observed() : null);
    values.put("chance", kappa.items() > 0 ? kappa.chance() : null);
    return values;
  }

  private void list(int limit, CommandResult.Builder result) {
    List<Map<String, Object>> listed = new ArrayList<>();
    for (int c = 0; c < classNames.size(); c++) {
      int[] rows = agreement.classes().get(c).disagreements().stream().toArray();
      for (int i = 0; i < rows.length && listed.size() < limit; i++) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("row", rows[i]);
        values.put("path", session.labels().path(rows[i]));
        values.put("class", classNames.get(c));
        values.put("answers", answers(rows[i], c));
        listed.add(values);
        result.line("%s  %s  %s", values.get("path"), values.get("class"), values.get("answers"));
      }
    }
    result.value("listed", listed);
  }

  private Map<String, Object> answers(int row, int classIndex) {
    Map<String, Object> answers = new LinkedHashMap<>();
    for (int v = 0; v < votes.voices().size(); v++) {
      byte vote = votes.vote(v, row, classIndex);
      if (vote != LabelTable.UNKNOWN && !votes.voices().get(v).secondLook()) {
        answers.put(
            votes.voices().get(v).annotator(), vote == LabelTable.PRESENT ? "present" : "absent");
      }
    }
    return answers;
  }
}
