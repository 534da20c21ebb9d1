// SPDX-License-Identifier: MIT
package org.patchwork.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TileSheetTest {
  private static ImagePatch grey(float value) {
    return new ImagePatch(1, 1, 1, new float[] {value});
  }

  @Test
  void tilesStandRowByRowOnWhite() {
    ImagePatch sheet = new TileSheet(2, 1).draw(List.of(grey(0), grey(.25f), grey(.5f)));
    assertEquals(5, sheet.height());
    assertEquals(5, sheet.width());
    assertEquals(0, sheet.at(1, 1, 0));
    assertEquals(.25f, sheet.at(1, 3, 2), "grey in all channels");
    assertEquals(.5f, sheet.at(3, 1, 1));
    assertEquals(1, sheet.at(3, 3, 0), "no fourth tile");
    assertEquals(1, sheet.at(0, 0, 0));
  }

  @Test
  void aSquareSheetHasNoGaps() {
    assertEquals(3, TileSheet.square(7).columns());
    ImagePatch sheet = TileSheet.square(4).draw(List.of(grey(0), grey(0), grey(0), grey(1)));
    assertArrayEquals(new float[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1}, sheet.values());
    assertThrows(IllegalArgumentException.class, () -> new TileSheet(0, 1));
  }

  @Test
  void pngLimitsValuesAndShowsTheFirstThreeChannels() throws IOException {
    ImagePatch image = new ImagePatch(1, 2, 4, new float[] {-1, .5f, 2, .9f, 0, 0, 0, 1});
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.encode(image)));
    assertEquals(0xff0080ff, read.getRGB(0, 0));
    assertEquals(0xff000000, read.getRGB(1, 0));
  }
}
