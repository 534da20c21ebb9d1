// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.AlgorithmChoice;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Catalog;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.internal.cli.WhereClause;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.Browse;
import org.patchwork.learn.Draw;
import org.patchwork.learn.DrawData;
import org.patchwork.learn.DrawService;
import org.patchwork.learn.FilterText;
import org.patchwork.learn.RowOrder;
import org.patchwork.learn.RunPredictions;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.model.LabelClass;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.PastDraw;
import org.patchwork.project.ProjectSession;

/** Chooses the images to look at next, or lists all that a filter lets through. */
public final class SampleCommand implements ProjectCommand<SampleParameters> {

  @Override
  public Class<SampleParameters> parameterType() {
    return SampleParameters.class;
  }

  @Override
  public List<AlgorithmOption> algorithms() {
    return List.of(
        new AlgorithmOption("sampler", "How images are chosen.", "default", Algorithms::samplers));
  }

  @Override
  public CommandResult run(Invocation<SampleParameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    SampleParameters parameters = invocation.parameters();
    try (ProjectSession session =
        Projects.open(invocation.context(), parameters.project(), parameters.writes(), null)) {
      RowFilter filter = filter(parameters, session);
      if (!parameters.saveFilter().isEmpty()) {
        session.sampling().saveFilter(parameters.saveFilter(), filter).join();
      }
      if (parameters.forget()) {
        session.sampling().forget().join();
      }
      Selection selection =
          parameters.list() == SampleParameters.Listing.SAMPLED
              ? draw(invocation, filter, session, monitor)
              : list(parameters, filter, session, monitor);
      return result(selection, session.labels(), id -> name(session, id));
    }
  }

  private static RowFilter filter(SampleParameters parameters, ProjectSession session)
      throws ProjectFormatException {
    RowFilter filter =
        parameters.filter().isEmpty()
            ? new RowFilter(parameters.status(), parameters.excludeStatus(), List.of())
            : saved(parameters.filter(), session);
    if (!parameters.subset().isEmpty()) {
      filter = filter.and(new Condition.Subset(parameters.subset()));
    }
    WhereClause where = new WhereClause(name -> Projects.classNamed(session, name).getId());
    for (Condition condition : where.parse(parameters.where())) {
      filter = filter.and(condition);
    }
    return filter;
  }

  private static RowFilter saved(String name, ProjectSession session)
      throws ProjectFormatException {
    Map<String, RowFilter> filters = session.sampling().filters();
    if (!filters.containsKey(name)) {
      throw new IllegalArgumentException(
          "The project has no filter \""
              + name
              + "\"; it has "
              + (filters.isEmpty() ? "none" : String.join(", ", filters.keySet()))
              + ".");
    }
    return filters.get(name);
  }

  private static Selection draw(
      Invocation<SampleParameters> invocation,
      RowFilter filter,
      ProjectSession session,
      IProgressMonitor monitor)
      throws PatchworkException {
    SampleParameters parameters = invocation.parameters();
    AlgorithmChoice sampler = invocation.algorithm("sampler");
    Draw draw =
        new Draw(
            filter,
            sampler.id(),
            sampler.parameters(),
            classId(parameters, session),
            parameters.count(),
            parameters.seed(),
            parameters.pool());
    BitSet shown = parameters.newOnly() ? session.sampling().shownRows() : new BitSet();
    Catalog<Sampler<?>> samplers = invocation.context().algorithms().samplers();
    try (FeatureMatrix features = features(session);
        FeatureMatrix hidden = hidden(draw, session, samplers)) {
      DrawData data =
          new DrawData(
              session.labels(),
              session.predictions(),
              features,
              members(draw, session, samplers),
              Optional.ofNullable(hidden));
      Selection selection =
          new DrawService(samplers, id -> name(session, id)).draw(draw, data, shown::get, monitor);
      if (parameters.newOnly() && selection.rows().length > 0) {
        session.sampling().remember(past(draw, selection)).join();
      }
      return selection;
    }
  }

  private static Optional<EnsemblePredictions> members(
      Draw draw, ProjectSession session, Catalog<Sampler<?>> samplers) throws PatchworkException {
    return DrawService.asksMembers(samplers, draw.samplerId())
        ? RunPredictions.members(session.folder(), session.predictions())
        : Optional.empty();
  }

  /** What the last layer of the model sees, or null. */
  private static FeatureMatrix hidden(
      Draw draw, ProjectSession session, Catalog<Sampler<?>> samplers) throws PatchworkException {
    return DrawService.looksInside(samplers, draw.samplerId())
        ? RunPredictions.hidden(session.folder(), session.predictions()).orElse(null)
        : null;
  }

  private static PastDraw past(Draw draw, Selection selection) {
    return new PastDraw(
        Instant.now(),
        draw.samplerId(),
        draw.classId(),
        draw.filter(),
        draw.seed(),
        selection.reason(),
        selection.rows());
  }

  private static Selection list(
      SampleParameters parameters,
      RowFilter filter,
      ProjectSession session,
      IProgressMonitor monitor) {
    RowOrder order =
        new RowOrder(
            RowOrder.Key.valueOf(parameters.list().name()),
            classId(parameters, session),
            parameters.descending());
    String problem = order.problem(session.predictions());
    if (problem != null) {
      return Selection.empty(problem);
    }
    int[] all = Browse.rows(filter, order, session.labels(), session.predictions(), monitor);
    int[] rows = Arrays.copyOf(all, Math.min(all.length, parameters.count()));
    String phrase = new FilterText(id -> name(session, id)).phrase(filter);
    String which = phrase.isEmpty() ? " images" : " images that " + phrase;
    if (all.length == 0) {
      return Selection.empty("There are no" + which + ".");
    }
    String reason = rows.length + " of " + all.length + which;
    return order.needsPredictions()
        ? new Selection(rows, order.scores(rows, session.predictions(), monitor), reason)
        : Selection.of(rows, reason);
  }

  private static String classId(SampleParameters parameters, ProjectSession session) {
    return parameters.className().isEmpty()
        ? null
        : Projects.classNamed(session, parameters.className()).getId();
  }

  private static String name(ProjectSession session, String classId) {
    LabelClass found = session.classById(classId);
    return found == null ? null : found.getName();
  }

  private static FeatureMatrix features(ProjectSession session) throws PatchworkException {
    FeatureSet features = session.activeFeatures();
    return features == null ? null : features.open();
  }

  private static CommandResult result(
      Selection selection, LabelTable labels, UnaryOperator<String> className) {
    CommandResult.Builder result = CommandResult.builder().value("reason", selection.reason());
    List<Map<String, Object>> images = new ArrayList<>();
    for (int i = 0; i < selection.rows().length; i++) {
      int row = selection.rows()[i];
      Map<String, Object> image = new LinkedHashMap<>();
      image.put("row", row);
      image.put("path", labels.path(row));
      if (selection.scores().length > 0 && !Float.isNaN(selection.scores()[i])) {
        image.put("score", selection.scores()[i]);
      }
      if (!selection.why().phrase(i).isEmpty()) {
        image.put("why", selection.why().phrase(i));
      }
      int classIndex = selection.why().classIndex(i);
      if (classIndex >= 0) {
        image.put("class", className.apply(labels.classIds().get(classIndex)));
      }
      images.add(image);
      result.line("%d\t%s", row, labels.path(row));
    }
    boolean empty = images.isEmpty();
    return result
        .value("images", images)
        .problems(empty ? List.of(selection.reason()) : List.of())
        .build();
  }
}
