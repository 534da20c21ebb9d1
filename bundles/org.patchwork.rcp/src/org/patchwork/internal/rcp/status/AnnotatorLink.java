// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.status;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.handlers.IHandlerService;
import org.patchwork.core.Voice;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;

/** Who labels, at the end of the status line; a click asks for another name. */
final class AnnotatorLink {
  private static final String COMMAND = "org.patchwork.commands.annotator";
  private static final int WIDTH = 90;

  private final OpenProject open;
  private final IHandlerService handlers;
  private final Link name;

  AnnotatorLink(Composite parent, OpenProject open, IHandlerService handlers) {
    this.open = open;
    this.handlers = handlers;
    name = new Link(parent, SWT.NONE);
    name.setToolTipText("Your labels are recorded under this name; click to change it");
    GridDataFactory.fillDefaults()
        .hint(WIDTH, SWT.DEFAULT)
        .align(SWT.FILL, SWT.CENTER)
        .applyTo(name);
    name.addListener(SWT.Selection, event -> ask());
    OpenProjectListener listener =
        new OpenProjectListener() {
          @Override
          public void projectChanged() {
            show();
          }

          @Override
          public void annotatorChanged() {
            show();
          }
        };
    open.addListener(name, listener);
    show();
  }

  private void show() {
    String text = Voice.of(open.annotator()).label().replace("&", "&&").replace("<", "\u2039");
    name.setText("<a>" + text + "</a>");
    name.setVisible(open.session() != null);
  }

  private void ask() {
    try {
      handlers.executeCommand(COMMAND, null);
    } catch (CommandException e) {
      ILog.of(AnnotatorLink.class).error("The name of the annotator cannot be asked for", e);
    }
  }
}
