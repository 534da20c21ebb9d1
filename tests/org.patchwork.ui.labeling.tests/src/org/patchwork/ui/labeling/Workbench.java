// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.patchwork.core.Catalog;
import org.patchwork.core.NoParameters;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.testing.EventLoop;

/**
 * A shell with an open project of small images on disk, and an event loop that waits for
 * conditions.
 */
final class Workbench implements AutoCloseable {
  static final int IMAGES = 10;

  private static final EditOrigin TEST = new EditOrigin("tester", "test");

  /** What the panels offer but others do, where nobody does it. */
  static final LabelingPanel.Actions NO_ACTIONS =
      new LabelingPanel.Actions() {
        @Override
        public void newProject() {}

        @Override
        public void addImages() {}

        @Override
        public void train() {}

        @Override
        public void trainEnsemble() {}

        @Override
        public void computeFeatures() {}

        @Override
        public KeySheet.Source keys() {
          return new KeySheet.Source(new BoundKeys(new Binding[0], List.of()), Map.of());
        }
      };

  final Display display;
  final Shell shell;
  private final EventLoop events;
  final OpenProject open;
  final PageModel page;
  final ProjectSession session;
  final LabelActions actions;

  Workbench(Path folder, boolean exclusive, String... classNames) throws Exception {
    EventLoop.assumeDisplay();
    display = Display.getDefault();
    events = new EventLoop(display);
    shell = new Shell(display);
    shell.setLayout(new FillLayout());
    shell.setSize(900, 700);
    open = new OpenProject(display, BuiltInReaders.catalog());
    page = new PageModel(open);
    session = makeProject(folder, exclusive, classNames);
    actions = new LabelActions(open, page);
  }

  private static ProjectSession makeProject(Path folder, boolean exclusive, String... classNames)
      throws IOException, ProjectFormatException {
    Path images = Files.createDirectories(folder.resolve("images"));
    List<ImageEntry> entries = new ArrayList<>();
    for (int i = 0; i < IMAGES; i++) {
      BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
      image.setRGB(i, i, 0xff8800);
      ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
      entries.add(new ImageEntry(i + ".png", i < 5 ? "first" : "second", null, false, false));
    }
    ProjectSession session =
        ProjectSession.create(
            folder.resolve("project"),
            new NewProject("Test", images, "tester", exclusive),
            new NullProgressMonitor());
    session.apply(new Edit.AddImages(entries), TEST);
    for (String name : classNames) {
      session.apply(new Edit.AddClass(name), TEST);
    }
    return session;
  }

  /** Opens the project and shows these rows as the page. */
  void show(int... rows) {
    if (open.session() == null) {
      open.open(session);
    }
    page.show(Page.of(rows, "test.sampler", rows.length + " test images"));
  }

  String classId(int index) {
    return session.classes().get(index).getId();
  }

  byte label(int row, int classIndex) {
    return session.labels().label(row, classIndex);
  }

  /** Runs the event loop until the condition holds. */
  void until(String what, BooleanSupplier condition) {
    events.until(what, condition);
  }

  /** Waits until all edits are durable and their events have been delivered. */
  void settle() {
    boolean[] delivered = {false};
    open.settled().thenRun(() -> display.asyncExec(() -> delivered[0] = true));
    until("all edits are durable", () -> delivered[0]);
  }

  /** Runs the event loop until nothing waits any more. */
  void idle() {
    events.idle();
  }

  void openShell() {
    shell.open();
    idle();
  }

  /** Presses a key as the keyboard would, on the control itself. */
  static void press(Control control, int keyCode, int stateMask) {
    Event event = new Event();
    event.keyCode = keyCode;
    event.character = keyCode < 0x10000 ? (char) keyCode : 0;
    event.stateMask = stateMask;
    control.notifyListeners(SWT.KeyDown, event);
  }

  static void click(Control control, int x, int y, int stateMask) {
    Event event = new Event();
    event.x = x;
    event.y = y;
    event.button = 1;
    event.stateMask = stateMask;
    control.notifyListeners(SWT.MouseDown, event);
    control.notifyListeners(SWT.MouseUp, event);
  }

  /**
   * Samplers that take the first rows, the first with their number as score; one needs predictions,
   * one those of an ensemble, one a class.
   */
  static Algorithms algorithms() {
    Map<String, Sampler<?>> samplers = new LinkedHashMap<>();
    samplers.put("test.first", new FirstRows(Set.of(), false));
    samplers.put("test.predicted", new FirstRows(Set.of(Sampler.Need.PREDICTIONS), false));
    samplers.put(
        "test.several",
        new FirstRows(Set.of(Sampler.Need.PREDICTIONS, Sampler.Need.ENSEMBLE), false));
    samplers.put("test.class", new FirstRows(Set.of(Sampler.Need.CLASS), false));
    samplers.put("test.cancelled", new FirstRows(Set.of(), true));
    return new Algorithms(
        Catalog.of(samplers),
        Catalog.of(Map.of()),
        Catalog.of(Map.of()),
        Catalog.of(Map.of()),
        Catalog.of(Map.of()),
        Catalog.of(Map.of()));
  }

  @Override
  public void close() throws ProjectFormatException {
    shell.dispose();
    open.close().join();
    session.close();
    idle();
  }

  /** Takes the candidates in order, or ends as if it was cancelled. */
  private record FirstRows(Set<Sampler.Need> needs, boolean cancelled)
      implements Sampler<NoParameters> {
    @Override
    public Class<NoParameters> parameterType() {
      return NoParameters.class;
    }

    @Override
    public Selection sample(
        SampleRequest request, NoParameters parameters, IProgressMonitor monitor) {
      if (cancelled) {
        throw new OperationCanceledException();
      }
      int[] rows =
          Arrays.copyOf(
              request.candidates(), Math.min(request.count(), request.candidates().length));
      return Selection.of(rows, rows.length + " images in order");
    }
  }
}
