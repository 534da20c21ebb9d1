// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.patchwork.image.display.BandChoice;
import org.patchwork.image.display.ColorRamp;
import org.patchwork.ui.ThemeColors;

/** Chooses the bands of an image and their colours. People count bands from 1. */
final class BandControls {
  private static final int STORED = 0;
  private static final int COLOR = 1;
  private static final int RAMP = 2;
  private static final int MOST_BANDS = 9999;

  private final Runnable changed;
  private final Composite group;
  private final Combo kind;
  private final Label[] names = new Label[3];
  private final Spinner[] bands = new Spinner[3];
  private final Combo ramp;
  private final Button stretch;

  /**
   * Controls in a row.
   *
   * @param changed told when the user chose otherwise
   */
  BandControls(Composite parent, Runnable changed) {
    this.changed = changed;
    group = DisplayPanel.group(parent, 10);
    label("Bands");
    kind =
        combo(
            "Which bands of the image are seen, and how", "As stored", "False colour", "One band");
    String[] colors = {"Red", "Green", "Blue"};
    for (int i = 0; i < bands.length; i++) {
      names[i] = label(colors[i]);
      bands[i] = new Spinner(group, SWT.BORDER);
      bands[i].setMinimum(1);
      bands[i].setMaximum(MOST_BANDS);
      bands[i].setSelection(i + 1);
      bands[i].addListener(SWT.Selection, event -> changed.run());
    }
    ramp =
        combo(
            "Colours from low to high values",
            Arrays.stream(ColorRamp.values()).map(ColorRamp::title).toArray(String[]::new));
    stretch = new Button(group, SWT.CHECK);
    ThemeColors.keepNative(stretch);
    stretch.setText("Stretch");
    stretch.setToolTipText(
        "Each band from its own darkest to its own brightest hundredth, image by image: for bands"
            + " that use little of their range");
    stretch.addListener(SWT.Selection, event -> changed.run());
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

  /** Chooses a kind as the user would: 0 as stored, 1 false colour, 2 one band. */
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
    group.layout();
  }

  private static void setShown(Control control, boolean shown) {
    control.setVisible(shown);
    GridData data = new GridData();
    data.exclude = !shown;
    control.setLayoutData(data);
  }

  private Label label(String text) {
    Label label = new Label(group, SWT.NONE);
    label.setText(text);
    return label;
  }

  private Combo combo(String toolTip, String... items) {
    Combo combo = new Combo(group, SWT.READ_ONLY | SWT.DROP_DOWN);
    combo.setItems(items);
    combo.select(0);
    combo.setToolTipText(toolTip);
    combo.addListener(
        SWT.Selection,
        event -> {
          showFields();
          changed.run();
        });
    return combo;
  }
}
