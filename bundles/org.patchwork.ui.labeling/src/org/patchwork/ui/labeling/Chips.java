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
  private static final int NARROW_PADDING = 4;
  private static final int TAG_ALPHA = 230;

  private Chips() {}

  /** Draws the present classes as chips; those without room are counted. */
  static void paint(GC gc, TextStamps texts, Rectangle room, CellFacts facts, ThemeColors colors) {
    if (facts.present().isEmpty()) {
      String text = texts.fitting(absentText(facts), room.width);
      texts.draw(gc, Stamp.plain(text, colors.rgb(ThemeColor.MUTED)), room.x, room.y + 1);
      return;
    }
    Labels labels = Labels.fitting(texts, room.width, facts.present());
    int x = room.x;
    for (int i = 0; i < labels.row.widths().size(); i++) {
      ClassStyle each = facts.present().get(i);
      int width = labels.row.widths().get(i);
      String text = texts.fitting(labels.texts.get(i), width - 2 * labels.padding);
      RGB color = Palette.textOn(each.color());
      texts.draw(gc, new Stamp(text, color, each.color(), 255, labels.padding), x, room.y);
      x += width + ChipRow.GAP;
    }
    if (labels.row.left() > 0) {
      Stamp more = Stamp.plain("+" + labels.row.left(), colors.rgb(ThemeColor.TEXT));
      texts.draw(gc, more, x, room.y + 1);
    }
  }

  /** What stands on the chips: the names, or where not all have room, the keys of the classes. */
  private record Labels(List<String> texts, int padding, List<Integer> wanted, ChipRow row) {
    static Labels fitting(TextStamps texts, int room, List<ClassStyle> classes) {
      Labels names = of(texts, room, PADDING, classes.stream().map(ClassStyle::name).toList());
      boolean keyed = classes.stream().noneMatch(each -> each.keyText().isEmpty());
      return names.row.isReadable(names.wanted) || !keyed
          ? names
          : of(texts, room, NARROW_PADDING, classes.stream().map(ClassStyle::keyText).toList());
    }

    private static Labels of(TextStamps texts, int room, int padding, List<String> words) {
      List<Integer> wanted = words.stream().map(each -> texts.width(each) + 2 * padding).toList();
      ChipRow row = ChipRow.of(wanted, room, left -> texts.width("+" + left));
      return new Labels(words, padding, wanted, row);
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

  /** Least room in which chips say something. */
  static int leastWidth(CellFacts facts) {
    return facts.present().isEmpty() ? 0 : ChipRow.NARROWEST;
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
