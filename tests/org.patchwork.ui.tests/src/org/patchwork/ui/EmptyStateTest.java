// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;

class EmptyStateTest {
  private static Label sentence(EmptyState empty) {
    return (Label) empty.getChildren()[0];
  }

  @Test
  void aLongerSentenceGetsTheHeightItNeeds() {
    try (Screen screen = new Screen()) {
      EmptyState empty = new EmptyState(screen.shell);
      empty.say("Short.");
      screen.open();
      Label sentence = sentence(empty);
      empty.say("One sentence after the other, " + "and then one more, ".repeat(12) + "the end.");
      screen.idle();
      int width = sentence.getSize().x;
      assertEquals(sentence.computeSize(width, SWT.DEFAULT).y, sentence.getSize().y);
    }
  }

  @Test
  void theSentenceWrapsInANarrowView() {
    try (Screen screen = new Screen()) {
      screen.open();
      screen.shell.setLayout(null);
      EmptyState empty = new EmptyState(screen.shell);
      empty.say("A sentence that is longer than a narrow view is wide, and then some more.");
      for (int width : new int[] {180, 600}) {
        empty.setSize(width, 300);
        screen.idle();
        Label sentence = sentence(empty);
        Rectangle at = sentence.getBounds();
        assertTrue(at.x >= 0 && at.x + at.width <= width, at::toString);
        assertEquals(sentence.computeSize(at.width, SWT.DEFAULT).y, at.height, "at " + width);
      }
    }
  }
}
