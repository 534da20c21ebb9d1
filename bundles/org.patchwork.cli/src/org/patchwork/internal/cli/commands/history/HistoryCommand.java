// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.Durations;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.EventFilter;
import org.patchwork.project.EventTotals;
import org.patchwork.project.ProjectEvent;
import org.patchwork.project.ProjectSession;

/** {@code patchwork history}: lists what was done, newest first. */
public final class HistoryCommand implements ProjectCommand<HistoryCommand.Parameters> {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Of class", help = EventChoice.CLASS) String ofClass,
      @Param(label = "Annotator", help = EventChoice.ANNOTATOR) String annotator,
      @Param(label = "From", help = EventChoice.FROM) String from,
      @Param(label = "To", help = EventChoice.TO) String to,
      @Param(label = "Limit", help = "Number of events to list.", min = 1) int limit,
      @Param(
              label = "Before",
              help = "Only events with smaller numbers, to see the next page; 0 for the newest.",
              min = 0)
          long before) {
    public Parameters() {
      this("", "", "", "", "", 20, 0);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters p = invocation.parameters();
    try (ProjectSession session = Projects.read(invocation.context(), p.project(), monitor)) {
      EventFilter filter =
          EventChoice.filter(session, p.ofClass(), p.annotator(), p.from(), p.to());
      long before = p.before() == 0 ? Long.MAX_VALUE : p.before();
      List<ProjectEvent> events = session.events().page(filter, before, p.limit());
      return result(events, session.events().totals(filter));
    }
  }

  private static CommandResult result(List<ProjectEvent> events, EventTotals totals) {
    CommandResult.Builder result =
        CommandResult.builder()
            .value("events", events.stream().map(HistoryCommand::values).toList())
            .value("total", totals.events())
            .value("cells", totals.cells())
            .value("activeMs", totals.activeMillis());
    for (ProjectEvent event : events) {
      result.line(
          "%6d  %s  %-10s %-12s %,8d  %s%s",
          event.batch(),
          TIME.format(event.time().atZone(ZoneId.systemDefault())),
          event.annotator(),
          event.source(),
          event.cells(),
          event.description(),
          remark(event));
    }
    String worked =
        totals.activeMillis() == 0
            ? ""
            : ", " + Durations.text(totals.activeMillis() / 1000.0) + " of work";
    return result
        .line(
            "%d of %,d events; all of them changed %,d labels and flags%s.",
            events.size(), totals.events(), totals.cells(), worked)
        .build();
  }

  private static String remark(ProjectEvent event) {
    return switch (event.kind()) {
      case UNDO -> " (of event " + event.target() + ")";
      case REDO -> " (event " + event.target() + " again)";
      case EDIT ->
          switch (event.state()) {
            case DONE -> "";
            case UNDONE -> " (undone)";
            case ABANDONED -> " (undone for good)";
          };
    };
  }

  /** An event for machines. */
  static Map<String, Object> values(ProjectEvent event) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("event", event.batch());
    values.put("time", event.time().toString());
    values.put("annotator", event.annotator());
    values.put("source", event.source());
    values.put("kind", event.kind().name().toLowerCase(Locale.ROOT));
    values.put("target", event.target());
    values.put("description", event.description());
    values.put("state", event.state().name().toLowerCase(Locale.ROOT));
    values.put("cells", event.cells());
    values.put("activeMs", event.activeMillis());
    return values;
  }
}
