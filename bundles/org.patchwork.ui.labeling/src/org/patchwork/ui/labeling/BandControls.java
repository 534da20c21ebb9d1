// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.patchwork.image.display.BandChoice;
import org.patchwork.image.display.ColorRamp;

/** Chooses the bands of an image and their colours. People count bands from 1. */
final class BandControls {
  /** How many widgets there are. */
  static final int WIDGETS = 10;

  private static final int STORED = 0;
  private static final int COLOR = 1;
  private static final int RAMP = 2;
  private static final int MOST_BANDS = 9999;

  private final StripWidgets widgets;
  private final Combo kind;
  private final Label[] names = new Label[3];
  private final Spinner[] bands = new Spinner[3];
  private final Combo ramp;
  private final Button stretch;

  /** Controls in a row of {@link #WIDGETS}. */
  BandControls(StripWidgets widgets) {
    this.widgets = widgets;
    widgets.label("Bands");
    kind =
        widgets.combo(
            "Which bands of the image are seen, and how", "As stored", "False colour", "One band");
    kind.addListener(SWT.Selection, event -> showFields());
    String[] colors = {"Red", "Green", "Blue"};
    for (int i = 0; i < bands.length; i++) {
      names[i] = widgets.label(colors[i]);
      bands[i] = widgets.spinner("Band, from 1", 1, MOST_BANDS);
      bands[i].setSelection(i + 1);
    }
    ramp =
        widgets.combo(
            "Colours from low to high values",
            Arrays.stream(ColorRamp.values()).map(ColorRamp::title).toArray(String[]::new));
    stretch =
        widgets.check(
            "Stretch",
            "Each band from its own darkest to its own brightest hundredth, image by image: for"
                + " bands that use little of their range");
    show(BandChoice.AS_STORED);
  }

  /** Says how many bands the image at hand has, so that no other can be chosen. */
  void setCount(int count) {
    for (Spinner band : bands) {
      band.setMaximum(Math.max(band.getSelection(), count)); // what was chosen stays visible
      band.setToolTipText("Band, 1 to " + count);
    }
  }

  /** What is chosen. */
  BandChoice choice() {
    return switch (kind.getSelectionIndex()) {
      case COLOR -> new BandChoice.FalseColor(band(0), band(1), band(2), stretch.getSelection());
      case RAMP ->
          new BandChoice.Ramp(
              band(0), ColorRamp.values()[ramp.getSelectionIndex()], stretch.getSelection());
      default -> BandChoice.AS_STORED;
    };
  }

  /** Shows a choice. */
  void show(BandChoice choice) {
    switch (choice) {
      case BandChoice.AsStored stored -> kind.select(STORED);
      case BandChoice.FalseColor color -> {
        kind.select(COLOR);
        setBands(color.red(), color.green(), color.blue());
        stretch.setSelection(color.stretched());
      }
      case BandChoice.Ramp one -> {
        kind.select(RAMP);
        setBands(one.band());
        ramp.select(one.ramp().ordinal());
        stretch.setSelection(one.stretched());
      }
    }
    showFields();
  }

  /** The choice of the kind: 0 as stored, 1 false colour, 2 one band. */
  Combo kindCombo() {
    return kind;
  }

  private void setBands(int... chosen) {
    for (int i = 0; i < chosen.length; i++) {
      bands[i].setMaximum(Math.max(bands[i].getMaximum(), chosen[i] + 1));
      bands[i].setSelection(chosen[i] + 1);
    }
  }

  private int band(int place) {
    return bands[place].getSelection() - 1;
  }

  private void showFields() {
    int now = kind.getSelectionIndex();
    names[0].setText(now == RAMP ? "Band" : "Red");
    for (int i = 0; i < bands.length; i++) {
      boolean shown = now == COLOR || now == RAMP && i == 0;
      setShown(names[i], shown);
      setShown(bands[i], shown);
    }
    setShown(ramp, now == RAMP);
    setShown(stretch, now != STORED);
    widgets.layOut();
  }

  private static void setShown(Control control, boolean shown) {
    control.setVisible(shown);
    GridData data = new GridData();
    data.exclude = !shown;
    control.setLayoutData(data);
  }
}
