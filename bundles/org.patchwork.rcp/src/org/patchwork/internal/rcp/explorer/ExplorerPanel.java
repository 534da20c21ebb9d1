// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.rcp.handlers.RcpCommands;
import org.patchwork.project.Edit;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.UiThread;
import org.patchwork.ui.training.DesignShelf;
import org.patchwork.ui.training.FeatureTrainer;
import org.patchwork.ui.training.Trainer;

/**
 * The tree and its actions; the tree is computed anew off the display thread when something in it
 * changed.
 */
final class ExplorerPanel extends Composite {
  private static final int REFRESH_MILLISECONDS = 500;
  private static final int MOST_SHOWN = 400;

  private final OpenProject open;
  private final PageModel page;
  private final Trainer trainer;
  private final FeatureTrainer extractors;
  private final Actions actions;
  private final TreeViewer tree;
  private final UiThread thread;
  private final UiThread.Update update;
  private final Removal removal;
  private final DesignShelf designs;
  private ImageOrigins origins;
  private boolean fresh = true;

  /** What the Explorer offers but others do. */
  interface Actions {
    /** Runs the command with this id. */
    void run(String command);

    /** Brings the Train view up. */
    void showTrain();

    /** Brings the Model Designer up. */
    void showDesigner();

    /** Brings the views up in which extractors are trained. */
    void showFeatureTrainer();
  }

  /**
   * An Explorer.
   *
   * @param trainer takes design and settings of a run over; null where nothing is trained
   * @param extractors makes features with runs of pre-training; null where there is none
   */
  ExplorerPanel(
      Composite parent,
      OpenProject open,
      PageModel page,
      Trainer trainer,
      FeatureTrainer extractors,
      Actions actions) {
    super(parent, SWT.NONE);
    this.open = open;
    this.trainer = trainer;
    this.extractors = extractors;
    this.removal = new Removal(this, open, extractors);
    this.page = page;
    this.actions = actions;
    this.thread = UiThread.of(this);
    this.designs =
        new DesignShelf(
            open, thread, reason -> MessageDialog.openError(getShell(), "Designs", reason));
    this.update = thread.coalesced(REFRESH_MILLISECONDS, this::refresh);
    setLayout(new FillLayout());
    tree = new TreeViewer(this, SWT.SINGLE);
    tree.setContentProvider(new ExplorerContent());
    tree.setLabelProvider(
        new DelegatingStyledCellLabelProvider(new ExplorerLabels(tree.getControl())));
    tree.addDoubleClickListener(event -> open(selected()));
    MenuManager menu = new MenuManager();
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(this::fill);
    tree.getControl().setMenu(menu.createContextMenu(tree.getControl()));
    tree.getControl().addListener(SWT.KeyDown, this::pressed);
    open.addListener(this, new Changes());
    refresh();
  }

  @Override
  public boolean setFocus() {
    return tree.getControl().setFocus();
  }

  private ExplorerNode selected() {
    return (ExplorerNode) ((IStructuredSelection) tree.getSelection()).getFirstElement();
  }

  private void refresh() {
    ProjectSession session = open.session();
    if (session == null) {
      tree.setInput(List.of());
      fresh = true;
      return;
    }
    thread.deliver(
        CompletableFuture.supplyAsync(() -> ExplorerTree.of(session, origins)),
        this::show,
        error -> ILog.of(ExplorerPanel.class).error("The Explorer could not be filled", error));
  }

  private void show(ExplorerTree.Lines lines) {
    origins = lines.origins();
    Object[] expanded = tree.getExpandedElements();
    tree.setInput(lines.groups());
    if (fresh) {
      tree.expandToLevel(2);
      fresh = false;
    } else {
      tree.setExpandedElements(expanded);
    }
  }

  private void fill(IMenuManager menu) {
    ExplorerNode node = selected();
    if (node == null) {
      return;
    }
    fillGroup(menu, node);
    if (node.rows() != null) {
      menu.add(action("Show in grid", () -> show(node)));
    }
    if (node.kind() == ExplorerNode.Kind.FEATURES) {
      menu.add(action("Use these features", () -> activate(node)));
      menu.add(action("Delete…", () -> removal.ask(node)));
    }
    if (node.kind() == ExplorerNode.Kind.RUN) {
      menu.add(action("Use its design and settings", () -> repeat(node)));
      menu.add(action("Delete…", () -> removal.ask(node)));
    }
    if (node.kind() == ExplorerNode.Kind.EXTRACTOR) {
      menu.add(action("Show its curves", () -> showExtractor(node)));
      menu.add(action("Use its features", () -> useExtractor(node)));
      menu.add(action("Delete…", () -> removal.ask(node)));
    }
    if (node.kind() == ExplorerNode.Kind.DESIGN) {
      menu.add(action("Use this design", () -> use(node)));
      menu.add(action("Duplicate", () -> designs.duplicate(node.key())));
      menu.add(action("Delete", () -> designs.remove(node.key())));
    }
    if (node.kind() == ExplorerNode.Kind.CLASS) {
      menu.add(action("Focus this class", () -> page.setFocusClass(node.key())));
      menu.add(
          action("Delete class", () -> open.submit(new Edit.RemoveClass(node.key()), "explorer")));
    }
    if (node.folder() != null) {
      menu.add(action("Open folder", () -> Program.launch(node.folder().toString())));
    }
  }

  private void fillGroup(IMenuManager menu, ExplorerNode node) {
    switch (node.key()) {
      case ExplorerTree.IMAGES ->
          menu.add(action("Add images…", () -> actions.run(RcpCommands.ADD_IMAGES)));
      case ExplorerTree.FEATURES ->
          menu.add(action("Compute features…", () -> actions.run(RcpCommands.COMPUTE_FEATURES)));
      case ExplorerTree.EXTRACTORS ->
          menu.add(action("Train a feature extractor…", actions::showFeatureTrainer));
      case ExplorerTree.RUNS -> menu.add(action("Train", () -> actions.run(RcpCommands.TRAIN)));
      default -> {}
    }
  }

  private void open(ExplorerNode node) {
    if (node != null && node.kind() == ExplorerNode.Kind.DESIGN) {
      use(node);
    } else if (node != null && node.kind() == ExplorerNode.Kind.EXTRACTOR) {
      showExtractor(node);
    } else {
      show(node);
    }
  }

  private void showExtractor(ExplorerNode run) {
    extractors.show(run.key());
    actions.showFeatureTrainer();
  }

  /** The views of the Feature Trainer tell how far it is. */
  private void useExtractor(ExplorerNode run) {
    showExtractor(run);
    extractors.useFeatures();
  }

  private void use(ExplorerNode design) {
    designs.use(design.key());
    actions.showDesigner();
  }

  private void show(ExplorerNode node) {
    ProjectSession session = open.session();
    if (session == null || node == null || node.rows() == null) {
      return;
    }
    LabelTable table = session.labels();
    thread.deliver(
        CompletableFuture.supplyAsync(() -> node.rows().select(table)),
        rows -> page.show(Page.of(first(rows), "explorer", shown(node, rows.length))),
        error -> ILog.of(ExplorerPanel.class).error("The images could not be selected", error));
  }

  private static int[] first(int[] rows) {
    return rows.length <= MOST_SHOWN ? rows : Arrays.copyOf(rows, MOST_SHOWN);
  }

  private static String shown(ExplorerNode node, int count) {
    return count <= MOST_SHOWN
        ? count + " images of " + node.text()
        : "The first " + MOST_SHOWN + " of " + count + " images of " + node.text();
  }

  private void activate(ExplorerNode node) {
    ProjectSession session = open.session();
    CompletableFuture<Void> activation =
        CompletableFuture.runAsync(
            () -> {
              try {
                session.activateFeatures(node.key());
              } catch (ProjectFormatException e) {
                throw new java.util.concurrent.CompletionException(e);
              }
            });
    thread.deliver(
        activation,
        done -> {},
        error -> ILog.of(ExplorerPanel.class).error("The features could not be used", error));
  }

  private void pressed(Event event) {
    ExplorerNode node = selected();
    if (event.keyCode == SWT.DEL && node != null && Removal.handles(node)) {
      removal.ask(node);
    }
  }

  /** Trains next what this run trained; its design joins the others unless it is one of them. */
  private void repeat(ExplorerNode run) {
    thread.deliver(
        CompletableFuture.supplyAsync(() -> RunPlan.read(run.folder())),
        plan -> {
          designs.adopt(run.text(), plan.design());
          trainer.setParameters(plan.parameters());
          trainer.setLivePlan(plan.live());
          actions.showTrain();
        },
        error ->
            MessageDialog.openError(getShell(), "Use its design and settings", error.getMessage()));
  }

  private static Action action(String text, Runnable task) {
    return new Action(text) {
      @Override
      public void run() {
        task.run();
      }
    };
  }

  /** Everything that changes a line. */
  private final class Changes implements OpenProjectListener {
    @Override
    public void projectChanged() {
      fresh = true;
      refresh();
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      update.request();
    }

    @Override
    public void classesChanged() {
      update.request();
    }

    @Override
    public void settingsChanged() {
      update.request();
    }

    @Override
    public void featuresChanged() {
      update.request();
    }

    @Override
    public void runsChanged() {
      update.request();
    }
  }
}
