// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;

/** What is said where nothing can be attributed. */
class AttributeCommandTest {
  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws IOException {
    context = new TestContext(folder);
    Pets.images(folder, 2);
    context.ok("import", "pile", "--images", "images");
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
