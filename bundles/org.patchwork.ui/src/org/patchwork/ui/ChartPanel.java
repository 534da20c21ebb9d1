// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.swt.SWTGraphics2D;

/**
 * A JFreeChart chart in the colours and the font of the theme. It redraws when the chart's data
 * change, shows the tool tips of the chart and tells what is clicked; its menu saves the picture.
 *
 * <p>It draws through {@code SWTGraphics2D} itself because the chart composite of jfreechart-swt
 * calls code that JFreeChart 1.5 no longer has.
 */
public final class ChartPanel extends Canvas {
  private final JFreeChart chart;
  private final ChartStyle style;
  private final List<Consumer<ChartEntity>> clickListeners = new ArrayList<>();
  private ChartRenderingInfo drawn = new ChartRenderingInfo();

  /** Shows a chart. Its data must be changed on the display thread. */
  public ChartPanel(Composite parent, JFreeChart chart) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    this.chart = chart;
    this.style = new ChartStyle(getFont());
    restyle();
    UiThread.Update repaint = UiThread.of(this).coalesced(0, this::redraw);
    chart.addChangeListener(event -> repaint.request());
    addListener(SWT.Paint, this::paint);
    addListener(SWT.Resize, event -> redraw());
    addListener(SWT.MouseMove, event -> showToolTip(entityAt(event)));
    addListener(SWT.MouseUp, this::click);
    ThemeColors.current().onChange(this, this::restyle);
    createMenu();
  }

  public JFreeChart chart() {
    return chart;
  }

  /**
   * Calls the listener with what was clicked, for example a bar ({@code XYItemEntity}); never with
   * null.
   */
  public void addClickListener(Consumer<ChartEntity> listener) {
    clickListeners.add(listener);
  }

  /**
   * Takes the theme's colours again; to be called after plots, axes or renderers of the chart were
   * replaced.
   */
  public void restyle() {
    style.apply(chart, ThemeColors.current());
    redraw();
  }

  private void paint(Event event) {
    Rectangle area = getClientArea();
    if (area.width < 1 || area.height < 1) {
      return;
    }
    drawn = new ChartRenderingInfo();
    SWTGraphics2D graphics = new SWTGraphics2D(event.gc);
    try {
      event.gc.setAntialias(SWT.ON);
      event.gc.setTextAntialias(SWT.ON);
      chart.draw(graphics, new Rectangle2D.Double(0, 0, area.width, area.height), drawn);
    } finally {
      graphics.dispose();
    }
  }

  private void click(Event event) {
    ChartEntity entity = event.button == 1 ? entityAt(event) : null;
    if (entity != null) {
      clickListeners.forEach(listener -> listener.accept(entity));
    }
  }

  private ChartEntity entityAt(Event event) {
    return drawn.getEntityCollection() == null
        ? null
        : drawn.getEntityCollection().getEntity(event.x, event.y);
  }

  private void showToolTip(ChartEntity entity) {
    String text = entity == null ? null : entity.getToolTipText();
    if (!java.util.Objects.equals(text, getToolTipText())) {
      setToolTipText(text);
    }
  }

  private void createMenu() {
    Menu menu = new Menu(this);
    MenuItem save = new MenuItem(menu, SWT.PUSH);
    save.setText("Save picture as…");
    save.addListener(
        SWT.Selection, event -> new ChartExport(chart).askAndSave(getShell(), getSize()));
    setMenu(menu);
  }
}
