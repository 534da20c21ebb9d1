// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static Contribution<String> entry(String id, String bundle) {
    return new Contribution<>(id, "Name", "", "", bundle, id);
  }

  private final Catalog<String> catalog =
      new Catalog<>(
          List.of(entry("a.margin", "a"), entry("b.margin", "b"), entry("a.random", "a")));

  @Test
  void aDuplicateIdNamesBothBundles() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Catalog<>(List.of(entry("x.y", "first"), entry("x.y", "second"))))
            .getMessage();
    assertTrue(
        message.contains("x.y") && message.contains("first") && message.contains("second"),
        message);
  }

  @Test
  void findsByIdAndByItsLastSegmentUnlessThatIsAmbiguous() {
    assertEquals("a", catalog.find("a.margin").orElseThrow().contributor());
    assertEquals("a.random", catalog.find("random").orElseThrow().instance());
    assertTrue(catalog.find("margin").isEmpty());
  }

  @Test
  void keepsTheOrder() {
    assertEquals(
        List.of("a.margin", "b.margin", "a.random"),
        catalog.all().stream().map(Contribution::id).toList());
  }

  @Test
  void whatIsMissingIsSaidWithWhatIsThere() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> catalog.require("badge")).getMessage();
    assertTrue(message.contains("badge") && message.contains("random"), message);
  }
}
