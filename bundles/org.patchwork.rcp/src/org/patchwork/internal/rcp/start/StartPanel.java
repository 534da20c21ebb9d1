// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.start;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
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
  private static final int WIDTH = 560;

  private final ProjectLauncher launcher;
  private final Composite recent;
  private final Button first;

  StartPanel(Composite parent, ProjectLauncher launcher, Consumer<String> execute) {
    super(parent, SWT.NONE);
    this.launcher = launcher;
    GridLayoutFactory.fillDefaults().margins(40, 32).applyTo(this);
    Composite column = new Composite(this, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(column);
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(column);
    Label title = new Label(column, SWT.NONE);
    title.setText("Patchwork");
    title.setFont(JFaceResources.getHeaderFont());
    Label sentence = new Label(column, SWT.WRAP);
    sentence.setText(
        "Turns a pile of unlabelled image patches into a classifier you can trust: look at a page,"
            + " label it with the keyboard, train in seconds, read the histogram, repeat.");
    GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(sentence);
    Composite buttons = new Composite(column, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).margins(0, 12).spacing(8, 0).applyTo(buttons);
    first = button(buttons, "New project…", () -> execute.accept(RcpCommands.NEW_PROJECT));
    button(buttons, "Open project…", () -> execute.accept(RcpCommands.OPEN_PROJECT));
    button(buttons, "Try the sample", () -> execute.accept(RcpCommands.OPEN_SAMPLE));
    recent = new Composite(column, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(recent);
    GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(recent);
    refresh();
  }

  /** Reads the list of recent projects again. */
  void refresh() {
    for (Control child : recent.getChildren()) {
      child.dispose();
    }
    List<Path> folders = launcher.recent().list();
    if (!folders.isEmpty()) {
      new Label(recent, SWT.NONE).setText("Recent projects");
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
    return first.setFocus();
  }

  private static Button button(Composite parent, String text, Runnable action) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(text);
    button.addListener(SWT.Selection, event -> action.run());
    return button;
  }

  private static String escape(String text) {
    return text.replace("&", "&&").replace("<", "\\<");
  }
}
