// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.patchwork.project.labeling.Answer;
import org.patchwork.ui.Cell;
import org.patchwork.ui.CellPainter;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.Palette;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.labeling.TextStamps.Stamp;

/**
 * Draws the answers of quick tag and question mode over thumbnails. Each has a sign and a word
 * beside its colour: present has a thick frame and a chip, absent is veiled, excluded is hatched,
 * open has a dotted frame. The boundary is a bar between two images.
 */
final class AnswerCellPainter implements CellPainter {
  private static final int LINE_HEIGHT = 22;
  private static final int INSET = 4;
  private static final int TAG_ALPHA = 230;
  private static final int VEIL_ALPHA = 120;
  private static final int BAR = 4;

  /** Smaller images than this, in points, have room for a sign alone. */
  private static final int SMALL = 64;

  private final OpenProject open;
  private final PageModel page;
  private final AnswerSheet sheet;
  private final TextStamps texts;
  private List<ClassStyle> classes = List.of();

  AnswerCellPainter(Control owner, OpenProject open, PageModel page, AnswerSheet sheet) {
    this.open = open;
    this.page = page;
    this.sheet = sheet;
    this.texts = TextStamps.small(owner);
  }

  /** Takes the classes again after they changed. */
  void setClasses(List<ClassStyle> newClasses) {
    classes = newClasses;
  }

  @Override
  public int footerHeight() {
    return LINE_HEIGHT;
  }

  @Override
  public void paint(GC gc, Cell cell, ThemeColors colors) {
    if (sheet.answers() == null || cell.position() >= sheet.answers().size()) {
      return;
    }
    Answer answer = sheet.answers().answers().get(cell.position());
    paintImage(gc, cell, answer, colors);
    paintFooter(gc, cell, answer, colors);
    paintCorners(gc, cell, colors);
    paintFrame(gc, cell, answer, colors);
    LabelCellPainter.paintSelection(gc, cell, colors);
    paintBoundary(gc, cell, colors);
  }

  private static void paintImage(GC gc, Cell cell, Answer answer, ThemeColors colors) {
    if (answer.kind() == Answer.Kind.EXCLUDE) {
      LabelCellPainter.hatch(gc, cell.image(), colors.get(ThemeColor.EXCLUDED));
    } else if (answer.kind() == Answer.Kind.ABSENT) {
      gc.setAlpha(VEIL_ALPHA);
      gc.setBackground(colors.get(ThemeColor.GROUND));
      gc.fillRectangle(cell.image());
      gc.setAlpha(255);
    }
  }

  private void paintFooter(GC gc, Cell cell, Answer answer, ThemeColors colors) {
    Rectangle footer = cell.footer();
    gc.setBackground(colors.get(cell.selected() ? ThemeColor.SELECTION_GROUND : ThemeColor.CELL));
    gc.fillRectangle(footer);
    int room = footer.width - 2 * INSET;
    Stamp stamp =
        switch (answer.kind()) {
          case PRESENT -> chip("✓", style(sheet.answers().classId()), room);
          case OTHER -> chip("→", style(answer.classId()), room);
          case ABSENT -> plain("–", " absent", room, ThemeColor.MUTED, colors);
          case EXCLUDE -> plain("✕", " excluded", room, ThemeColor.EXCLUDED, colors);
          case OPEN -> plain("?", " open", room, ThemeColor.MUTED, colors);
        };
    texts.draw(gc, stamp, footer.x + INSET, footer.y + 2);
  }

  private Stamp chip(String sign, ClassStyle style, int room) {
    String name = style == null ? "" : style.name();
    RGB ground = style == null ? new RGB(128, 128, 128) : style.color();
    String text = room < SMALL ? sign : texts.fitting(sign + " " + name, room - 2 * INSET);
    return new Stamp(text, Palette.textOn(ground), ground, 255, INSET);
  }

  private Stamp plain(String sign, String word, int room, ThemeColor color, ThemeColors colors) {
    String text = room < SMALL ? sign : texts.fitting(sign + word, room);
    return Stamp.plain(text, colors.rgb(color));
  }

  private ClassStyle style(String classId) {
    return classes.stream().filter(each -> each.id().equals(classId)).findFirst().orElse(null);
  }

  private void paintCorners(GC gc, Cell cell, ThemeColors colors) {
    Rectangle image = cell.image();
    RGB ground = colors.rgb(ThemeColor.GROUND);
    String key = sheet.keyOf(cell.position());
    texts.draw(gc, tag(key, ground), image.x + INSET, image.y + INSET);
    float score = page.page().score(cell.position());
    if (!Float.isNaN(score) && image.width >= SMALL) {
      String text = CellFacts.score(score);
      int left = image.x + image.width - texts.width(text) - 3 * INSET;
      texts.draw(gc, tag(text, ground), left, image.y + INSET);
    }
  }

  private static Stamp tag(String text, RGB ground) {
    return new Stamp(text, Palette.textOn(ground), ground, TAG_ALPHA, INSET);
  }

  private static void paintFrame(GC gc, Cell cell, Answer answer, ThemeColors colors) {
    boolean present = answer.kind() == Answer.Kind.PRESENT || answer.kind() == Answer.Kind.OTHER;
    Rectangle image = cell.image();
    gc.setForeground(colors.get(present ? ThemeColor.LABELED : ThemeColor.LINE));
    gc.setLineWidth(present ? 3 : 1);
    gc.setLineStyle(answer.kind() == Answer.Kind.OPEN ? SWT.LINE_DOT : SWT.LINE_SOLID);
    gc.drawRectangle(image.x, image.y, image.width - 1, image.height + cell.footer().height - 1);
    gc.setLineStyle(SWT.LINE_SOLID);
  }

  private void paintBoundary(GC gc, Cell cell, ThemeColors colors) {
    int boundary = sheet.boundary();
    boolean before = cell.position() == boundary;
    boolean behind = boundary == sheet.answers().size() && cell.position() == boundary - 1;
    if (before || behind) {
      Rectangle image = cell.image();
      gc.setBackground(colors.get(ThemeColor.SELECTION));
      int x = before ? image.x - BAR : image.x + image.width;
      gc.fillRectangle(x, image.y, BAR, image.height + cell.footer().height);
    }
  }

  @Override
  public String toolTip(int position, int row) {
    return CellToolTip.of(open.session(), page, classes, position, row);
  }
}
