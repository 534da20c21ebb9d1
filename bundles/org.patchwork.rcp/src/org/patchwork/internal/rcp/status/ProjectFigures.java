// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.status;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What the status line says about the open project.
 *
 * @param project name of the project
 * @param readOnly true if it was opened read-only
 * @param images number of images
 * @param labelled images somebody has looked at
 * @param perMinute images labelled per minute of work, over the last minutes of it
 * @param worked time at work since the project was opened
 * @param goals classes that are wanted in a number of images
 * @param goalsReached those of them that are present in so many
 * @param model when the model in use was trained, in the user's time zone, or null before there is
 *     one
 * @param auc mean area under the ROC curve of that model; empty where it could not be measured
 * @param pending edits that are on their way to the disk
 * @param failure why the last edit could not be written, or null
 */
record ProjectFigures(
    String project,
    boolean readOnly,
    int images,
    int labelled,
    int perMinute,
    Duration worked,
    int goals,
    int goalsReached,
    ZonedDateTime model,
    OptionalDouble auc,
    int pending,
    String failure) {
  private static final String SEPARATOR = "  ·  ";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  /**
   * For example {@code trash · 1,240 of 2,527 labelled · 31 a minute · 12 min at work · 2 of 3
   * goals · model of 10:42, AUC .94 · saved}.
   */
  String text(ZonedDateTime now) {
    List<String> parts = new ArrayList<>();
    parts.add(readOnly ? project + " (read-only)" : project);
    parts.add(String.format(Locale.ROOT, "%,d of %,d labelled", labelled, images));
    if (perMinute > 0) {
      parts.add(perMinute + " a minute");
    }
    if (worked.toMinutes() > 0) {
      parts.add(workedText());
    }
    if (goals > 0) {
      parts.add(goalsReached + " of " + goals + (goals == 1 ? " goal" : " goals"));
    }
    parts.add(modelText(now));
    parts.add(savedText());
    return String.join(SEPARATOR, parts);
  }

  private String modelText(ZonedDateTime now) {
    if (model == null) {
      return "no model yet";
    }
    boolean today = model.toLocalDate().equals(now.toLocalDate());
    String time = "model of " + (today ? TIME : DAY).format(model);
    return auc.isEmpty() ? time : time + ", AUC " + decimals(auc.getAsDouble());
  }

  private String workedText() {
    long hours = worked.toHours();
    return (hours > 0 ? hours + " h " : "") + worked.toMinutesPart() + " min at work";
  }

  private String savedText() {
    if (failure != null) {
      return "not saved";
    }
    return pending > 0 ? "saving…" : "saved";
  }

  /** Two decimals without the leading zero, as probabilities are written: {@code .94}. */
  private static String decimals(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.startsWith("0") ? text.substring(1) : text;
  }
}
