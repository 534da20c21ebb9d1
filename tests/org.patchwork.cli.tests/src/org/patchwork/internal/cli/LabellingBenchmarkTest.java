// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;

class LabellingBenchmarkTest {
  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeContext() {
    context = new TestContext(folder);
  }

  private static final String PREFIX = "patchwork-bench-" + ProcessHandle.current().pid() + "-";

  /** What benchmarks of this process have left among the temporary files. */
  private static Set<Path> left() throws Exception {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return new TreeSet<>(
          files.filter(f -> f.getFileName().toString().startsWith(PREFIX)).toList());
    }
  }

  @Test
  void allFiguresAreThereAndNothingIsLeft() throws Exception {
    Set<Path> before = left();
    JsonNode figures = context.json("bench", "labelling", "--rows", "1000");
    for (String name :
        List.of(
            "open_s",
            "filter_sort_ms",
            "next_page_ms",
            "page_draw_p95_ms",
            "bulk_10000_ms",
            "heap_mb")) {
      assertTrue(figures.path(name).asDouble() > 0, name + " in " + figures);
    }
    assertEquals(before, left());
  }

  @Test
  void aCancelIsHeardAndNothingIsLeft() throws Exception {
    Set<Path> before = left();
    AtomicInteger asked = new AtomicInteger();
    int code =
        context.run(() -> asked.incrementAndGet() > 100, "bench", "labelling", "--rows", "2000");
    assertEquals(ExitCodes.CANCELED, code, context::err);
    assertEquals(before, left());
  }

  @Test
  void picturesThatAreTooSmallAreNamed() throws Exception {
    Path images = Files.createDirectory(folder.resolve("images"));
    BufferedImage image = new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, "png", images.resolve("tiny.png").toFile());
    assertEquals(
        ExitCodes.FAILED,
        context.run("bench", "labelling", "--rows", "1000", "--images", "images"));
    assertTrue(context.err().contains("tiny.png"), context.err());
    assertTrue(context.err().contains("fewer --rows"), context.err());
  }
}
