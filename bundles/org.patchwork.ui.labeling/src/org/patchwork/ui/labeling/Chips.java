// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.patchwork.core.LabelTable;
import org.patchwork.ui.Palette;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.labeling.TextStamps.Stamp;

/** Draws class chips and word tags. */
final class Chips {
  private static final int PADDING = 6;
  private static final int NARROW_PADDING = 3;
  private static final int NARROW = 60;
  private static final int TAG_ALPHA = 230;

  private Chips() {}

  /** Draws the present classes as chips; those without room are counted. */
  static void paint(GC gc, TextStamps texts, Rectangle room, CellFacts facts, ThemeColors colors) {
    if (facts.present().isEmpty()) {
      String text = texts.fitting(absentText(facts), room.width);
      texts.draw(gc, Stamp.plain(text, colors.rgb(ThemeColor.MUTED)), room.x, room.y + 1);
      return;
    }
    int padding = room.width < NARROW ? NARROW_PADDING : PADDING;
    List<Integer> wanted =
        facts.present().stream().map(each -> texts.width(each.name()) + 2 * padding).toList();
    ChipRow row = ChipRow.of(wanted, room.width, left -> texts.width("+" + left));
    int x = room.x;
    for (int i = 0; i < row.widths().size(); i++) {
      ClassStyle each = facts.present().get(i);
      String name = texts.fitting(each.name(), row.widths().get(i) - 2 * padding);
      texts.draw(
          gc, new Stamp(name, Palette.textOn(each.color()), each.color(), 255, padding), x, room.y);
      x += row.widths().get(i) + ChipRow.GAP;
    }
    if (row.left() > 0) {
      Stamp more = Stamp.plain("+" + row.left(), colors.rgb(ThemeColor.TEXT));
      texts.draw(gc, more, x, room.y + 1);
    }
  }

  /** Room that all chips of a cell want. */
  static int width(TextStamps texts, CellFacts facts) {
    if (facts.present().isEmpty()) {
      return texts.width(absentText(facts));
    }
    return facts.present().stream()
        .mapToInt(each -> texts.width(each.name()) + 2 * PADDING + ChipRow.GAP)
        .sum();
  }

  private static String absentText(CellFacts facts) {
    if (facts.absentCount() == 0) {
      return "";
    }
    return facts.status() == LabelTable.Status.LABELED ? "none" : facts.absentCount() + " absent";
  }

  /** Width of a word tag. */
  static int tagWidth(TextStamps texts, String text) {
    return texts.width(text) + 2 * PADDING;
  }

  /** Draws a word on its ground and returns where the next one below it starts. */
  static int tag(GC gc, TextStamps texts, int x, int y, String text, RGB ground) {
    texts.draw(gc, new Stamp(text, Palette.textOn(ground), ground, TAG_ALPHA, PADDING), x, y);
    return y + texts.height() + 2 + ChipRow.GAP;
  }
}
