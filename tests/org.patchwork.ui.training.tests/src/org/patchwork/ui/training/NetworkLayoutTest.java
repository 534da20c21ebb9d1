// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.patchwork.learn.network.NetworkSketch;
import org.patchwork.learn.network.NetworkSketch.Box;
import org.patchwork.learn.network.NetworkSketch.Kind;

class NetworkLayoutTest {
  private static final Point SIZE = new Point(100, 50);

  private static NetworkLayout chain(int boxes, int width) {
    List<Box> made = new ArrayList<>();
    for (int i = 0; i < boxes; i++) {
      made.add(new Box(Kind.LAYER, "L", "", List.of(1), 0, i == 0 ? List.of() : List.of(i - 1)));
    }
    return NetworkLayout.of(new NetworkSketch(made), box -> SIZE, width);
  }

  @Test
  void boxesStandInReadingOrderAndDoNotOverlap() {
    NetworkLayout layout = chain(7, 400);
    List<Rectangle> boxes = layout.boxes();
    assertEquals(boxes.get(0).y, boxes.get(2).y);
    assertTrue(boxes.get(3).y > boxes.get(2).y + SIZE.y, "the fourth stands in the next line");
    for (int i = 1; i < boxes.size(); i++) {
      assertTrue(!boxes.get(i).intersects(boxes.get(i - 1)));
      assertTrue(boxes.get(i).x + SIZE.x <= 400);
    }
    assertEquals(boxes.get(6).y + SIZE.y + 2, layout.height());
  }

  @Test
  void aNarrowViewGivesEachBoxALine() {
    assertEquals(3, chain(3, 20).boxes().stream().map(box -> box.y).distinct().count());
  }

  @Test
  void linesGoStraightToTheNeighbourAndAroundOthers() {
    NetworkLayout layout = chain(5, 400);
    Rectangle first = layout.boxes().get(0);
    assertArrayEquals(
        new int[] {
          first.x + 100, first.y + 25, layout.boxes().get(1).x, layout.boxes().get(1).y + 25
        },
        layout.line(0, 1));
    int[] shortcut = layout.line(0, 2);
    assertTrue(shortcut[5] < first.y && shortcut[5] >= 0, "a shortcut passes above the boxes");
    int[] wrapped = layout.line(2, 3);
    assertTrue(
        wrapped[5] > first.y + 50 && wrapped[5] < layout.boxes().get(3).y,
        "a line to the next row passes between the rows");
  }

  @Test
  void findsTheBoxUnderThePointer() {
    NetworkLayout layout = chain(2, 400);
    Rectangle second = layout.boxes().get(1);
    assertEquals(1, layout.boxAt(second.x + 5, second.y + 5));
    assertEquals(-1, layout.boxAt(second.x - 5, second.y + 5));
  }
}
