// SPDX-License-Identifier: MIT
package org.patchwork.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AreaResizeTest {
  @Test
  void wholePixelsAreAveraged() {
    ImagePatch image = new ImagePatch(2, 4, 1, new float[] {1, 3, 5, 7, 3, 5, 7, 9});
    assertArrayEquals(new float[] {3, 7}, AreaResize.shrink(image, 1, 2).values(), 1e-6f);
  }

  @Test
  void pixelsAtTheBorderCountByWhatIsCovered() {
    ImagePatch image = new ImagePatch(1, 3, 2, new float[] {3, 0, 6, 0, 9, 6});
    float[] expected = {4, 0, 8, 4}; // (3 + 6/2) / 1.5 and (6/2 + 9) / 1.5; (0 + 6) / 1.5
    assertArrayEquals(expected, AreaResize.shrink(image, 1, 2).values(), 1e-6f);
  }

  @Test
  void nothingGrowsAndNothingIsCopiedForNothing() {
    ImagePatch image = new ImagePatch(2, 2, 1, new float[4]);
    assertSame(image, AreaResize.shrink(image, 2, 2));
    IllegalArgumentException problem =
        assertThrows(IllegalArgumentException.class, () -> AreaResize.shrink(image, 3, 2));
    assertTrue(problem.getMessage().contains("2×2"), problem.getMessage());
  }
}
