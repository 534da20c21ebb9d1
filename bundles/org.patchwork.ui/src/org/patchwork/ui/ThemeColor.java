// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.graphics.RGB;

/**
 * The colours of our own drawing, each defined in the theme registry under {@link #id()}, so that
 * users can change them under General > Appearance > Colors and Fonts. The values here are those of
 * plugin.xml (light) and css/dark.css (dark) and serve where no workbench runs.
 */
public enum ThemeColor {
  /** Behind the thumbnails and charts. */
  GROUND("#f4f5f7", "#1f2023"),
  /** Behind one thumbnail. */
  CELL("#ffffff", "#2b2d31"),
  /** Text on either. */
  TEXT("#1f2328", "#e3e5e9"),
  /** Less important text. */
  MUTED("#5c646f", "#a3a9b3"),
  /** Frames and grid lines. */
  LINE("#cfd5dd", "#484c53"),
  /** Frame of selected images, cursor. */
  SELECTION("#0b63ce", "#5aa9ff"),
  /** Ground of selected images and rows. */
  SELECTION_GROUND("#dbe9fb", "#243a57"),
  /** Frame of labelled images. */
  LABELED("#00795a", "#3fc596"),
  /** Frame and sign of excluded images, errors. */
  EXCLUDED("#b3261e", "#f58a80"),
  /** Frame and sign of images held out for validation. */
  VALIDATION("#7a3fc4", "#c3a1f7"),
  /** Ground of a banner that asks for attention. */
  BANNER("#fff2cc", "#4a3a12"),
  /** Training data in charts. */
  TRAINING_SERIES("#0072b2", "#56b4e9"),
  /** Validation data in charts. */
  VALIDATION_SERIES("#d55e00", "#e69f00");

  private final String id;
  private final String light;
  private final String dark;

  ThemeColor(String light, String dark) {
    this.id = "org.patchwork.ui." + name();
    this.light = light;
    this.dark = dark;
  }

  /** Key in the theme registry. */
  public String id() {
    return id;
  }

  /** The shipped value. */
  public RGB shipped(boolean inDarkTheme) {
    return Palette.rgb(inDarkTheme ? dark : light);
  }
}
