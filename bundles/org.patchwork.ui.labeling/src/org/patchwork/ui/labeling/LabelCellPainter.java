// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.patchwork.core.LabelTable;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.Cell;
import org.patchwork.ui.CellPainter;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.labeling.TextStamps.Stamp;

/**
 * Draws labels over thumbnails. Each state has a shape of its own beside its colour: a labelled
 * image has a full frame, a partly labelled one a dashed frame, an excluded one is hatched, one
 * held out has a dotted inner frame, and both carry their word.
 */
final class LabelCellPainter implements CellPainter {
  private static final int LINE_HEIGHT = 22;
  private static final int BAR_HEIGHT = 5;
  private static final int HATCH = 12;
  private static final int NAME_GAP = 4;

  private final OpenProject open;
  private final PageModel page;
  private final TextStamps texts;
  private List<ClassStyle> classes = List.of();

  LabelCellPainter(Control owner, OpenProject open, PageModel page) {
    this.open = open;
    this.page = page;
    this.texts = TextStamps.small(owner);
  }

  /** Takes the classes again after they changed. */
  void setClasses(List<ClassStyle> newClasses) {
    classes = newClasses;
  }

  @Override
  public int footerHeight() {
    return LINE_HEIGHT + BAR_HEIGHT;
  }

  @Override
  public void paint(GC gc, Cell cell, ThemeColors colors) {
    ProjectSession session = open.session();
    if (session == null || cell.row() >= session.labels().rows()) {
      return;
    }
    CellFacts facts =
        CellFacts.of(
            session.labels(), session.predictions(), classes, cell.row(), page.focusClass());
    paintFooter(gc, cell, facts, colors);
    paintFlags(gc, cell, facts, colors);
    paintScore(gc, cell, colors);
    paintFrame(gc, cell, facts, colors);
    paintSelection(gc, cell, colors);
  }

  private void paintFooter(GC gc, Cell cell, CellFacts facts, ThemeColors colors) {
    Rectangle footer = cell.footer();
    gc.setBackground(colors.get(cell.selected() ? ThemeColor.SELECTION_GROUND : ThemeColor.CELL));
    gc.fillRectangle(footer);
    Rectangle line = new Rectangle(footer.x + 4, footer.y + 2, footer.width - 8, LINE_HEIGHT - 4);
    int right = paintProbability(gc, footer, line, facts, colors);
    Rectangle room = new Rectangle(line.x, line.y, right - line.x - 4, line.height);
    Chips.paint(gc, texts, room, facts, colors);
  }

  /** Draws bar and figure; returns where the room for the chips ends. */
  private int paintProbability(
      GC gc, Rectangle footer, Rectangle line, CellFacts facts, ThemeColors colors) {
    int end = line.x + line.width;
    if (facts.shownClass() == null) {
      return end;
    }
    int barTop = footer.y + footer.height - BAR_HEIGHT;
    gc.setBackground(colors.get(ThemeColor.LINE));
    gc.fillRectangle(footer.x, barTop, footer.width, BAR_HEIGHT);
    gc.setBackground(new Color(facts.shownClass().color()));
    gc.fillRectangle(footer.x, barTop, Math.round(footer.width * facts.probability()), BAR_HEIGHT);
    String figure = facts.probabilityText();
    int width = texts.width(figure);
    if (line.width - width - 4 < Chips.leastWidth(facts)) {
      return end; // the bar says it, too
    }
    draw(gc, figure, end - width, line.y + 1, colors);
    String name = facts.shownClass().shortName();
    int nameWidth = texts.width(name) + NAME_GAP;
    if (width + nameWidth < line.width - Chips.width(texts, facts) - 8) {
      draw(gc, name, end - width - nameWidth, line.y + 1, colors);
      width += nameWidth;
    }
    return end - width;
  }

  private void draw(GC gc, String text, int x, int y, ThemeColors colors) {
    texts.draw(gc, Stamp.plain(text, colors.rgb(ThemeColor.MUTED)), x, y);
  }

  private void paintFlags(GC gc, Cell cell, CellFacts facts, ThemeColors colors) {
    Rectangle image = cell.image();
    int top = image.y + 5;
    if (facts.excluded()) {
      hatch(gc, image, colors.get(ThemeColor.EXCLUDED));
      top =
          Chips.tag(
              gc,
              texts,
              image.x + 5,
              top,
              flag(image, "✕", " excluded"),
              colors.rgb(ThemeColor.EXCLUDED));
    }
    if (facts.validation()) {
      gc.setForeground(colors.get(ThemeColor.VALIDATION));
      gc.setLineWidth(2);
      gc.setLineStyle(SWT.LINE_DOT);
      gc.drawRectangle(image.x + 3, image.y + 3, image.width - 7, image.height - 7);
      gc.setLineStyle(SWT.LINE_SOLID);
      Chips.tag(
          gc,
          texts,
          image.x + 5,
          top,
          flag(image, "◆", " validation"),
          colors.rgb(ThemeColor.VALIDATION));
    }
  }

  /** The sign with its word, or alone where the word has no room. */
  private String flag(Rectangle image, String sign, String word) {
    return Chips.tagWidth(texts, sign + word) + 10 <= image.width ? sign + word : sign;
  }

  static void hatch(GC gc, Rectangle area, Color color) {
    Rectangle clipping = gc.getClipping();
    gc.setClipping(area.intersection(clipping));
    gc.setForeground(color);
    gc.setLineWidth(2);
    gc.setAlpha(150);
    for (int x = -area.height; x < area.width; x += HATCH) {
      gc.drawLine(area.x + x, area.y + area.height, area.x + x + area.height, area.y);
    }
    gc.setAlpha(255);
    gc.setClipping(clipping);
  }

  private void paintScore(GC gc, Cell cell, ThemeColors colors) {
    float score = page.page().score(cell.position());
    if (!Float.isNaN(score)) {
      String text = CellFacts.score(score);
      int width = Chips.tagWidth(texts, text);
      Chips.tag(
          gc,
          texts,
          cell.image().x + cell.image().width - width - 5,
          cell.image().y + 5,
          text,
          colors.rgb(ThemeColor.GROUND));
    }
  }

  private static void paintFrame(GC gc, Cell cell, CellFacts facts, ThemeColors colors) {
    Rectangle image = cell.image();
    boolean none = facts.status() == LabelTable.Status.UNLABELED;
    gc.setForeground(colors.get(none ? ThemeColor.LINE : ThemeColor.LABELED));
    gc.setLineWidth(none ? 1 : 2);
    gc.setLineStyle(facts.status() == LabelTable.Status.PARTIAL ? SWT.LINE_DASH : SWT.LINE_SOLID);
    gc.drawRectangle(image.x, image.y, image.width - 1, image.height + cell.footer().height - 1);
    gc.setLineStyle(SWT.LINE_SOLID);
  }

  static void paintSelection(GC gc, Cell cell, ThemeColors colors) {
    if (!cell.selected() && !cell.cursor()) {
      return;
    }
    Rectangle image = cell.image();
    int height = image.height + cell.footer().height;
    gc.setForeground(colors.get(ThemeColor.SELECTION));
    if (cell.selected()) {
      gc.setLineWidth(3);
      gc.drawRectangle(image.x - 2, image.y - 2, image.width + 3, height + 3);
    }
    if (cell.cursor()) {
      gc.setLineWidth(1);
      gc.setForeground(colors.get(ThemeColor.TEXT));
      gc.drawRectangle(image.x - 4, image.y - 4, image.width + 7, height + 7);
    }
  }

  @Override
  public String toolTip(int position, int row) {
    return CellToolTip.of(open.session(), page, classes, position, row);
  }
}
