// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.start;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** The five keys one needs, shown with the sample project and under Help. */
public final class KeysView extends ViewPart {
  private static final String[][] KEYS = {
    {
      "1 … 9",
      "The class is in the selected images. In a project with exclusive classes the others are"
          + " absent, and the cursor moves on."
    },
    {"Arrows", "Move over the page; with Shift extend the selection, Ctrl+A selects all."},
    {"N", "Next page: draws the images that teach the model most. P goes back."},
    {"F9", "Train the model on what is labelled; the histogram and the next page follow it."},
    {"Ctrl+Z", "Undo the last step, whatever it was; Ctrl+Y does it again."},
  };

  private Composite content;

  @Override
  public void createPartControl(Composite parent) {
    content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(16, 12).spacing(16, 8).applyTo(content);
    Label title = new Label(content, SWT.NONE);
    title.setText("Five keys to begin with");
    title.setFont(JFaceResources.getHeaderFont());
    GridDataFactory.fillDefaults().span(2, 1).applyTo(title);
    for (String[] key : KEYS) {
      Label name = new Label(content, SWT.NONE);
      name.setText(key[0]);
      name.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
      Label meaning = new Label(content, SWT.WRAP);
      meaning.setText(key[1]);
      GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(meaning);
    }
    Label more = new Label(content, SWT.WRAP);
    more.setText("All keys can be seen and changed in Window > Preferences > General > Keys.");
    GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(more);
  }

  @Override
  public void setFocus() {
    content.setFocus();
  }
}
