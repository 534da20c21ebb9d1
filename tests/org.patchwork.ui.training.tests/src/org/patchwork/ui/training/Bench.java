// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.learn.Algorithms;
import org.patchwork.project.Access;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingService;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.testing.EventLoop;

/**
 * A shell, a trainer over an {@link EchoEngine}, and a project of 40 images in two classes whose
 * features are the probabilities that the engine will predict: image i has i/40 for class A and 1 −
 * i/40 for class B.
 */
final class Bench implements AutoCloseable {
  static final int IMAGES = 40;
  private static final EditOrigin ORIGIN = new EditOrigin("tester", "test");

  final Display display;
  final Shell shell;
  private final EventLoop events;
  final EchoEngine engine = new EchoEngine();
  final Algorithms algorithms = TestModels.algorithms(engine);
  final OpenProject open;
  final PageModel page;
  final Trainer trainer;
  final List<RunOutcome> outcomes = new ArrayList<>();
  private final Path folder;

  Bench(Path folder) {
    EventLoop.assumeDisplay();
    this.folder = folder;
    display = Display.getDefault();
    events = new EventLoop(display);
    shell = new Shell(display);
    shell.setLayout(new FillLayout());
    shell.setSize(700, 500);
    open = new OpenProject(display, BuiltInReaders.catalog());
    page = new PageModel(open);
    trainer = new Trainer(display, open, algorithms, new TrainingService(algorithms));
    trainer.addListener(
        new TrainerListener() {
          @Override
          public void runEnded(RunOutcome outcome) {
            outcomes.add(outcome);
          }
        });
  }

  /** Makes the project, without labels, and opens it. */
  ProjectSession project(boolean features) throws Exception {
    ProjectSession session =
        ProjectSession.create(
            folder.resolve("project"), new NewProject("bench"), new NullProgressMonitor());
    session.apply(
        new Edit.AddImages(
            IntStream.range(0, IMAGES)
                .mapToObj(i -> new ImageEntry(i + ".png", null, null, false, false))
                .toList()),
        ORIGIN);
    session.apply(new Edit.AddClass("A"), ORIGIN);
    session.apply(new Edit.AddClass("B"), ORIGIN);
    if (features) {
      addFeatures(session);
    }
    open.open(session);
    return session;
  }

  void addFeatures(ProjectSession session) throws Exception {
    Path file = folder.resolve("probabilities.npy");
    try (NpyWriter writer = NpyWriter.open(file, NpyType.FLOAT32, new int[] {2})) {
      for (int i = 0; i < IMAGES; i++) {
        writer.append(new float[] {probability(i), 1 - probability(i)}, 0);
      }
    }
    session.importFeatures(file, "probabilities", new NullProgressMonitor());
    session.activateFeatures("probabilities");
  }

  static float probability(int row) {
    return (float) row / IMAGES;
  }

  /** Opens the project that was made before. */
  ProjectSession reopen() throws Exception {
    open.close().get();
    ProjectSession session =
        ProjectSession.open(
            folder.resolve("project"), Access.READ_WRITE, new NullProgressMonitor());
    open.open(session);
    return session;
  }

  /** Labels rows for a class by its name. */
  void label(String className, byte value, int... rows) throws Exception {
    String id = open.session().classByName(className).getId();
    open.session().apply(new Edit.SetLabels(rows, Map.of(id, value)), ORIGIN);
  }

  void apply(Edit edit) throws Exception {
    open.session().apply(edit, ORIGIN);
  }

  /** Trains and waits for the end. */
  RunOutcome train() {
    int before = outcomes.size();
    trainer.train();
    until("the run has ended", () -> outcomes.size() > before);
    return outcomes.get(before);
  }

  void until(String what, BooleanSupplier condition) {
    events.until(what, condition);
  }

  void idle() {
    events.idle();
  }

  void show() {
    shell.open();
    shell.layout(true, true);
    idle();
  }

  @Override
  public void close() throws Exception {
    engine.release();
    until("no run is left", () -> !trainer.running());
    shell.dispose();
    open.close().get();
    idle();
  }
}
