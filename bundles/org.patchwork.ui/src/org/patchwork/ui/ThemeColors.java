// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** The colours of the theme in use. Ask again at each painting; keep none. */
public final class ThemeColors {
  private static final String PREFIX = "org.patchwork.ui.";

  private final ColorRegistry registry;
  private final boolean dark;

  /**
   * Colours from a registry.
   *
   * @param dark which shipped values stand in for colours the registry does not know
   */
  public ThemeColors(ColorRegistry registry, boolean dark) {
    this.registry = registry;
    this.dark = dark;
  }

  /** The colours of the running workbench, or the shipped ones where none runs. */
  public static ThemeColors current() {
    return new ThemeColors(JFaceResources.getColorRegistry(), Display.isSystemDarkTheme());
  }

  public RGB rgb(ThemeColor color) {
    RGB defined = registry.getRGB(color.id());
    return defined == null ? color.shipped(dark) : defined;
  }

  public Color get(ThemeColor color) {
    return new Color(rgb(color));
  }

  /** The colour of a class, as it stands in the project. */
  public static Color ofClass(String hex) {
    return new Color(Palette.rgb(hex));
  }

  /** True if light text stands on a dark ground. */
  public boolean dark() {
    return Palette.luminance(rgb(ThemeColor.GROUND)) < 0.179;
  }

  /**
   * Keeps a check box or radio button as the desktop draws it. The workbench's style sheet would
   * give it the background of its parent, which on GTK paints over the ground of the tick and so
   * hides it.
   */
  public static void keepNative(Button button) {
    button.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
  }

  /** Calls the task, once per change of theme, until the control is disposed. */
  public void onChange(Control control, Runnable task) {
    UiThread.Update update = UiThread.of(control).coalesced(0, task);
    IPropertyChangeListener listener =
        event -> {
          if (event.getProperty().startsWith(PREFIX)) {
            update.request();
          }
        };
    registry.addListener(listener);
    control.addDisposeListener(event -> registry.removeListener(listener));
  }
}
