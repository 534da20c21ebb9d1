// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

class EmptyStateTest {
  @Test
  void aLongerSentenceGetsTheHeightItNeeds() {
    Display display = Display.getDefault();
    Shell shell = new Shell(display);
    try {
      shell.setLayout(new FillLayout());
      shell.setSize(600, 400);
      EmptyState empty = new EmptyState(shell);
      empty.say("Short.");
      shell.open();
      shell.layout(true, true);
      Label sentence = (Label) label(empty);
      empty.say("One sentence after the other, " + "and then one more, ".repeat(12) + "the end.");
      while (display.readAndDispatch()) {
        // deferred layouts
      }
      int width = sentence.getSize().x;
      assertEquals(sentence.computeSize(width, SWT.DEFAULT).y, sentence.getSize().y);
    } finally {
      shell.dispose();
    }
  }

  private static Control label(EmptyState empty) {
    return empty.getChildren()[0];
  }
}
