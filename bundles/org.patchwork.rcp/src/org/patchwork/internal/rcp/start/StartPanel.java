// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.start;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.patchwork.internal.rcp.handlers.RcpCommands;
import org.patchwork.internal.rcp.project.ProjectLauncher;

/** What Patchwork does in one sentence, the ways in, and the recent projects. */
final class StartPanel extends Composite {
  private static final int WIDTH = 600;
  private static final int BUTTON_EXTRA = 12;

  private final ProjectLauncher launcher;
  private final ResourceManager resources;
  private final Composite recent;
  private final Button first;

  StartPanel(Composite parent, ProjectLauncher launcher, Consumer<String> execute) {
    super(parent, SWT.NONE);
    this.launcher = launcher;
    this.resources = new LocalResourceManager(JFaceResources.getResources(), this);
    GridLayoutFactory.fillDefaults().margins(40, 32).applyTo(this);
    Composite column = new Composite(this, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 18).applyTo(column);
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(column);
    head(column);
    Composite buttons = new Composite(column, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).equalWidth(true).spacing(10, 0).applyTo(buttons);
    GridDataFactory.fillDefaults().applyTo(buttons);
    first =
        button(
            buttons,
            "New project…",
            "project-new",
            "Pick images, name the classes, begin (Ctrl+N)");
    first.addListener(SWT.Selection, event -> execute.accept(RcpCommands.NEW_PROJECT));
    button(buttons, "Open project…", "project-open", "Open the folder of a project (Ctrl+O)")
        .addListener(SWT.Selection, event -> execute.accept(RcpCommands.OPEN_PROJECT));
    button(
            buttons,
            "Try the sample",
            "sample",
            "2,000 small pictures of clothes in ten classes; no download")
        .addListener(SWT.Selection, event -> execute.accept(RcpCommands.OPEN_SAMPLE));
    recent = new Composite(column, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(recent);
    GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(recent);
    refresh();
  }

  private void head(Composite column) {
    Composite head = new Composite(column, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(18, 6).applyTo(head);
    Label mark = new Label(head, SWT.NONE);
    mark.setImage(resources.create(icon("patchwork.svg")));
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).span(1, 2).applyTo(mark);
    Label title = new Label(head, SWT.NONE);
    title.setText("Patchwork");
    FontDescriptor font = FontDescriptor.createFrom(JFaceResources.getDialogFont());
    title.setFont(resources.create(font.increaseHeight(12).setStyle(SWT.BOLD)));
    Label sentence = new Label(head, SWT.WRAP);
    sentence.setText(
        "Turns a pile of unlabelled image patches into a classifier you can trust: look at a page,"
            + " label it with the keyboard, train in seconds, read the histogram, repeat.");
    GridDataFactory.fillDefaults().hint(WIDTH - 64, SWT.DEFAULT).applyTo(sentence);
  }

  /** Reads the list of recent projects again. */
  void refresh() {
    for (Control child : recent.getChildren()) {
      child.dispose();
    }
    List<Path> folders = launcher.recent().list();
    if (!folders.isEmpty()) {
      Label title = new Label(recent, SWT.NONE);
      title.setText("Recent projects");
      title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
    }
    for (Path folder : folders) {
      Link link = new Link(recent, SWT.NONE);
      String name = "<a>" + escape(folder.getFileName().toString()) + "</a>";
      link.setText(name + "   " + escape(folder.getParent().toString()));
      link.addListener(SWT.Selection, event -> launcher.open(folder));
    }
    recent.requestLayout();
  }

  @Override
  public boolean setFocus() {
    return !first.isDisposed() && first.setFocus(); // focus may come while all of it is disposed
  }

  private Button button(Composite parent, String text, String icon, String toolTip) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(text);
    button.setImage(resources.create(icon(icon + ".svg")));
    button.setToolTipText(toolTip);
    int height = button.computeSize(SWT.DEFAULT, SWT.DEFAULT).y + BUTTON_EXTRA;
    GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, height).applyTo(button);
    return button;
  }

  private static ImageDescriptor icon(String file) {
    return ImageDescriptor.createFromURL(StartPanel.class.getResource("/icons/" + file));
  }

  private static String escape(String text) {
    return text.replace("&", "&&").replace("<", "\\<");
  }
}
