// SPDX-License-Identifier: MIT
package org.patchwork.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
  @Test
  void readsAWindow() {
    ImageReference reference = ImageReference.parse("smears/a b.jpg#xywh=0,160,320,240");
    assertEquals(Path.of("smears/a b.jpg"), reference.file());
    assertEquals(new Window(0, 160, 320, 240), reference.window());
    assertEquals("smears/a b.jpg#xywh=0,160,320,240", reference.toString());
  }

  @Test
  void readsTheLongPixelForm() {
    ImageReference reference = ImageReference.parse("a.jpg#xywh=pixel:1,2,3,4");
    assertEquals(new Window(1, 2, 3, 4), reference.window());
    assertEquals("a.jpg#xywh=1,2,3,4", reference.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "issue #12.png",
        "#1",
        "a#b#c.png",
        "100%.png",
        "a%20b.png",
        "x#xywh=1,2,3",
        "x#xywh=1,2,3,-4",
        "x#xywh=1,2,0,4",
        "#xywh=1,2,3,4",
        "x#xywh=percent:0,0,50,50",
        "x#xywh=1,2,3,4.png"
      })
  void everythingElseIsAFileName(String name) {
    ImageReference reference = ImageReference.parse(name);
    assertEquals(Path.of(name), reference.file());
    assertNull(reference.window());
    assertEquals(name, reference.toString());
  }

  @Test
  void onlyTheLastFragmentIsTheWindow() {
    ImageReference reference = ImageReference.parse("a#xywh=1,1,1,1#xywh=2,2,2,2");
    assertEquals(Path.of("a#xywh=1,1,1,1"), reference.file());
  }

  @Test
  void resolvesRelativePathsOnly() {
    Path folder = Path.of("/photos");
    assertEquals(Path.of("/photos/a.png"), ImageReference.parse("a.png", folder).file());
    assertEquals(Path.of("/other/a.png"), ImageReference.parse("/other/a.png", folder).file());
  }

  @Test
  void windowsAreClippedToTheImage() {
    ImageSize size = new ImageSize(100, 200);
    assertEquals(new Window(150, 60, 50, 40), new Window(150, 60, 100, 100).clip(size));
    assertEquals(new Window(0, 0, 200, 100), Window.all(size).clip(size));
    assertNull(new Window(200, 0, 1, 1).clip(size));
    assertNull(new Window(0, 100, 1, 1).clip(size));
    assertThrows(IllegalArgumentException.class, () -> new Window(0, 0, 0, 1));
  }
}
