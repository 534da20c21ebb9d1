// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.status;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.patchwork.core.Voice;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;

/** Who labels, beside the status line; a click asks for another name. */
public final class AnnotatorControl extends WorkbenchWindowControlContribution {
  private static final String COMMAND = "org.patchwork.commands.annotator";
  private static final int WIDTH = 110;

  private OpenProject open;
  private Link name;

  @Override
  protected Control createControl(Composite parent) {
    Composite holder = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(6, 2).applyTo(holder);
    name = new Link(holder, SWT.NONE);
    name.setToolTipText("Your labels are recorded under this name; click to change it");
    GridDataFactory.fillDefaults()
        .hint(WIDTH, SWT.DEFAULT)
        .grab(true, true)
        .align(SWT.FILL, SWT.CENTER)
        .applyTo(name);
    name.addListener(SWT.Selection, event -> ask());
    open = PlatformUI.getWorkbench().getService(OpenProject.class);
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
    open.addListener(listener);
    name.addDisposeListener(event -> open.removeListener(listener));
    show();
    return holder;
  }

  private void show() {
    String text = Voice.of(open.annotator()).label().replace("&", "&&").replace("<", "\u2039");
    name.setText("<a>" + text + "</a>");
    name.setVisible(open.session() != null);
  }

  private void ask() {
    try {
      getWorkbenchWindow().getService(IHandlerService.class).executeCommand(COMMAND, null);
    } catch (CommandException e) {
      ILog.of(AnnotatorControl.class).error("The name of the annotator cannot be asked for", e);
    }
  }
}
