// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.internal.cli.commands.ImportCommand;
import org.patchwork.internal.cli.commands.pretraining.AttributeCommand;

/** What is said where nothing can be attributed. */
class AttributeCommandTest {
  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws IOException {
    context =
        new TestContext(
            folder, TestContext.named(List.of(new ImportCommand(), new AttributeCommand())));
    BufferedImage image = new BufferedImage(6, 6, BufferedImage.TYPE_INT_RGB);
    Path images = Files.createDirectories(folder.resolve("images"));
    for (int i = 0; i < 4; i++) {
      ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
    }
    assertEquals(ExitCodes.OK, context.run("import", "pile", "--images", "images"), context::err);
  }

  private void refused(int code, String why, String... arguments) {
    assertEquals(code, context.run(arguments), context::err);
    assertTrue(context.err().contains(why), context.err());
  }

  @Test
  void anImageMustBeNamed() {
    refused(ExitCodes.USAGE, "--image", "attribute", "pile");
    refused(ExitCodes.USAGE, "no row 9", "attribute", "pile", "--image", "9");
    refused(ExitCodes.USAGE, "one image", "attribute", "pile", "--image", "0-2");
  }

  @Test
  void featuresMustBeThere() {
    refused(ExitCodes.FAILED, "no features to ask about", "attribute", "pile", "--image", "0");
    refused(
        ExitCodes.FAILED,
        "Let the run finish an epoch",
        "attribute",
        "pile",
        "--image",
        "0",
        "--run",
        "nothing");
  }
}
