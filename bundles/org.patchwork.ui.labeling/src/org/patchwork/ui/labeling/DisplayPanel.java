// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.patchwork.image.display.DisplaySettings;

/**
 * The controls of {@link DisplayOptions}: a strip that drops down over the images and changes them
 * as one looks. Reached by Tab, left by Esc.
 */
final class DisplayPanel extends Composite {
  private static final int PERCENT = 100;
  private static final int CLIP_DIGITS = 3;
  private static final int CLIP_UNIT = 1000;
  private static final int CLIP_STEP = 5;

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
    StripWidgets equalizing = new StripWidgets(this, 3, this::changed);
    equalize =
        equalizing.check(
            "Equalise",
            "Brings out what is faint, tile by tile (contrast-limited adaptive histogram"
                + " equalisation, Zuiderveld 1994)");
    clipLimit =
        equalizing.spinner(
            "Limit",
            "Clip limit: how much contrast a tile may gain, as a share of its pixels; 0 for no"
                + " limit",
            0,
            CLIP_UNIT);
    clipLimit.setDigits(CLIP_DIGITS);
    clipLimit.setIncrement(CLIP_STEP);
    tiles =
        new StripWidgets(this, 2, this::changed)
            .spinner(
                "Tiles",
                "Tiles along each side",
                DisplaySettings.FEWEST_TILES,
                DisplaySettings.MOST_TILES);
    brightness = scale("Brightness", "Darker or brighter; the middle changes nothing");
    contrast = scale("Contrast", "Flatter or steeper; the middle changes nothing");
    bands = new BandControls(new StripWidgets(this, BandControls.WIDGETS, this::changed));
    StripWidgets last = new StripWidgets(this, 3, this::changed);
    smooth =
        last.check("Smooth", "Enlarged images are interpolated; without it their pixels are seen");
    reset = last.button("Reset", "Images as they are", this::reset);
    last.button("Close", "Close the display options (Esc)", this::close);
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

  private Scale scale(String text, String toolTip) {
    Scale scale = new StripWidgets(this, 2, this::changed).scale(text, toolTip, 2 * PERCENT);
    scale.setPageIncrement(PERCENT / 10);
    return scale;
  }
}
