// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** plugin.xml, css/dark.css and the code agree, and text can be read on its ground. */
class ThemeColorTest {
  private static final Path BUNDLE = Path.of("..", "..", "bundles", "org.patchwork.ui");
  private static final double READABLE = 4.5; // WCAG 2.1, level AA

  @ParameterizedTest
  @EnumSource(ThemeColor.class)
  void themeRegistryKnowsTheColour(ThemeColor color) throws Exception {
    assertEquals(color.shipped(false), lightColors().get(color.id()), "plugin.xml");
    String css = Files.readString(BUNDLE.resolve("css").resolve("dark.css"));
    var rule =
        Pattern.compile("#" + color.id().replace('.', '-') + " \\{\\s*color: (#[0-9a-f]{6});")
            .matcher(css);
    assertTrue(rule.find(), "dark.css has no " + color.id());
    assertEquals(color.shipped(true), Palette.rgb(rule.group(1)), "dark.css");
  }

  @Test
  void textIsReadableOnEveryGround() {
    for (boolean dark : new boolean[] {false, true}) {
      for (ThemeColor text :
          new ThemeColor[] {ThemeColor.TEXT, ThemeColor.MUTED, ThemeColor.EXCLUDED}) {
        for (ThemeColor ground :
            new ThemeColor[] {ThemeColor.GROUND, ThemeColor.CELL, ThemeColor.SELECTION_GROUND}) {
          double contrast = contrast(text.shipped(dark), ground.shipped(dark));
          assertTrue(
              contrast >= READABLE, text + " on " + ground + " dark=" + dark + ": " + contrast);
        }
      }
    }
  }

  @Test
  void chipTextIsReadableOnEveryClassColour() {
    for (String color : Palette.colors()) {
      RGB ground = Palette.rgb(color);
      assertTrue(contrast(Palette.textOn(ground), ground) >= READABLE, color);
    }
  }

  @Test
  void badColourInAProjectIsShownGrey() {
    assertNotNull(Palette.rgb(null));
    assertEquals(Palette.rgb("teal"), Palette.rgb(null));
    assertEquals("#0072b2", Palette.hex(Palette.rgb("#0072B2")));
  }

  private static Map<String, RGB> lightColors() throws Exception {
    Map<String, RGB> colors = new HashMap<>();
    try (InputStream in = Files.newInputStream(BUNDLE.resolve("plugin.xml"))) {
      NodeList nodes =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(in)
              .getElementsByTagName("colorDefinition");
      for (int i = 0; i < nodes.getLength(); i++) {
        Element element = (Element) nodes.item(i);
        String[] parts = element.getAttribute("value").split(",");
        colors.put(
            element.getAttribute("id"),
            new RGB(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2])));
      }
    }
    return colors;
  }

  private static double contrast(RGB first, RGB second) {
    double one = Palette.luminance(first) + .05;
    double other = Palette.luminance(second) + .05;
    return Math.max(one, other) / Math.min(one, other);
  }
}
