// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.patchwork.image.display.DisplaySettings;
import org.patchwork.ui.ThemeColors;

/**
 * The controls of {@link DisplayOptions}: a strip that drops down over the images and changes them
 * as one looks. Reached by Tab, left by Esc.
 */
final class DisplayPanel extends Composite {
  private static final int PERCENT = 100;
  private static final int CLIP_DIGITS = 3;
  private static final int CLIP_UNIT = 1000;
  private static final int SCALE_WIDTH = 90;

  private final DisplayOptions options;
  private final Label title;
  private final Button equalize;
  private final Spinner clipLimit;
  private final Spinner tiles;
  private final Scale brightness;
  private final Scale contrast;
  private final Button smooth;
  private final BandControls bands;
  private final Button reset;
  private DisplayOptions.View view = DisplayOptions.View.GRID;
  private Runnable closed = () -> {};
  private boolean showing;

  DisplayPanel(Composite parent, DisplayOptions options) {
    super(parent, SWT.NONE);
    this.options = options;
    RowLayout layout = new RowLayout(SWT.HORIZONTAL);
    layout.center = true;
    layout.marginLeft = 8;
    layout.marginRight = 8;
    layout.spacing = 8;
    setLayout(layout);
    title = new Label(this, SWT.NONE);
    Composite equalizing = group(3);
    equalize =
        check(
            equalizing,
            "Equalise",
            "Brings out what is faint, tile by tile (contrast-limited adaptive histogram"
                + " equalisation, Zuiderveld 1994)");
    clipLimit =
        spinner(
            equalizing,
            "Limit",
            "Clip limit: how much contrast a tile may gain, as a share of its pixels; 0 for no"
                + " limit",
            0,
            CLIP_UNIT);
    clipLimit.setDigits(CLIP_DIGITS);
    clipLimit.setIncrement(5);
    Composite tiling = group(2);
    tiles =
        spinner(
            tiling,
            "Tiles",
            "Tiles along each side",
            DisplaySettings.FEWEST_TILES,
            DisplaySettings.MOST_TILES);
    brightness = scale("Brightness", "Darker or brighter; the middle changes nothing");
    contrast = scale("Contrast", "Flatter or steeper; the middle changes nothing");
    bands = new BandControls(this, this::changed);
    Composite last = group(3);
    smooth =
        check(last, "Smooth", "Enlarged images are interpolated; without it their pixels are seen");
    reset = button(last, "Reset", "Images as they are", this::reset);
    button(last, "Close", "Close the display options (Esc)", this::close);
    closeByEsc(this);
    options.addListener(
        changedView -> {
          if (changedView == view && !isDisposed()) {
            refresh();
          }
        });
    refresh();
  }

  /** Told when the user is done. */
  void onClose(Runnable listener) {
    closed = listener;
  }

  /** Which bands there are to choose from. */
  BandControls bands() {
    return bands;
  }

  /** Shows the settings of this view. */
  void show(DisplayOptions.View newView) {
    view = newView;
    refresh();
  }

  @Override
  public boolean setFocus() {
    return equalize.setFocus();
  }

  Button equalizeButton() {
    return equalize;
  }

  Button smoothButton() {
    return smooth;
  }

  Button resetButton() {
    return reset;
  }

  Scale brightnessScale() {
    return brightness;
  }

  private void refresh() {
    DisplaySettings now = options.of(view);
    showing = true;
    title.setText(view.title());
    equalize.setSelection(now.equalized());
    clipLimit.setSelection((int) Math.round(now.clipLimit() * CLIP_UNIT));
    clipLimit.setEnabled(now.equalized());
    tiles.setSelection(now.tiles());
    tiles.setEnabled(now.equalized());
    brightness.setSelection(PERCENT + (int) Math.round(now.brightness() * PERCENT));
    contrast.setSelection(PERCENT + (int) Math.round(now.contrast() * PERCENT));
    smooth.setSelection(now.smooth());
    bands.show(now.bands());
    reset.setEnabled(options.changed(view));
    showing = false;
    if (getVisible()) {
      layOutNow();
    }
  }

  /**
   * Lays out the strip and what is around it. Not by {@code requestLayout}: until that runs,
   * whatever else is brought up in this window stays hidden and cannot take the focus.
   */
  void layOutNow() {
    getParent().layout(getChildren());
  }

  private void changed() {
    if (!showing) {
      options.set(
          view,
          new DisplaySettings(
              bands.choice(),
              equalize.getSelection(),
              clipLimit.getSelection() / (double) CLIP_UNIT,
              tiles.getSelection(),
              (brightness.getSelection() - PERCENT) / (double) PERCENT,
              (contrast.getSelection() - PERCENT) / (double) PERCENT,
              smooth.getSelection()));
    }
  }

  private void reset() {
    options.set(view, view.usual());
    setFocus();
  }

  /** Ends as Esc and the button do. */
  void close() {
    closed.run();
  }

  private void closeByEsc(Control control) {
    control.addListener(
        SWT.Traverse,
        event -> {
          if (event.detail == SWT.TRAVERSE_ESCAPE) {
            event.doit = false;
            close();
          }
        });
    if (control instanceof Composite parent) {
      for (Control child : parent.getChildren()) {
        closeByEsc(child);
      }
    }
  }

  private Composite group(int columns) {
    return group(this, columns);
  }

  static Composite group(Composite parent, int columns) {
    Composite group = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout(columns, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    group.setLayout(layout);
    return group;
  }

  private Button check(Composite parent, String text, String toolTip) {
    Button button = new Button(parent, SWT.CHECK);
    ThemeColors.keepNative(button);
    button.setText(text);
    button.setToolTipText(toolTip);
    button.addListener(SWT.Selection, event -> changed());
    return button;
  }

  private static Button button(Composite parent, String text, String toolTip, Runnable action) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(text);
    button.setToolTipText(toolTip);
    button.addListener(SWT.Selection, event -> action.run());
    return button;
  }

  private Spinner spinner(Composite parent, String text, String toolTip, int least, int most) {
    Label label = new Label(parent, SWT.NONE);
    label.setText(text);
    Spinner spinner = new Spinner(parent, SWT.BORDER);
    spinner.setMinimum(least);
    spinner.setMaximum(most);
    spinner.setToolTipText(toolTip);
    spinner.addListener(SWT.Selection, event -> changed());
    return spinner;
  }

  private Scale scale(String text, String toolTip) {
    Composite group = group(2);
    Label label = new Label(group, SWT.NONE);
    label.setText(text);
    Scale scale = new Scale(group, SWT.HORIZONTAL);
    scale.setMinimum(0);
    scale.setMaximum(2 * PERCENT);
    scale.setIncrement(1);
    scale.setPageIncrement(PERCENT / 10);
    scale.setToolTipText(toolTip);
    scale.setLayoutData(new GridData(SCALE_WIDTH, SWT.DEFAULT));
    scale.addListener(SWT.Selection, event -> changed());
    return scale;
  }
}
