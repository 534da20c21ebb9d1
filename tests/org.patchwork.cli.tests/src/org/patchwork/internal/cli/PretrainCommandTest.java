// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;

/** How methods are named, and what is said where training cannot begin. */
class PretrainCommandTest {
  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws IOException {
    context = new TestContext(folder);
    Pets.images(folder, 2);
    context.ok("import", "pile", "--images", "images");
  }

  @Test
  void theMethodStandsFirstAndBringsItsOptions() {
    context.ok("pretrain", "vicreg", "--help");
    assertTrue(context.out().contains("--method-covariance"), context.out());
    assertTrue(context.out().contains("--network-width"), context.out());
    assertTrue(context.out().contains("--learning-rate"), context.out());
    context.ok("pretrain", "--method", "simclr", "--help");
    assertTrue(context.out().contains("--method-temperature"), context.out());
  }

  @Test
  void anUnknownMethodIsRefusedWithThoseThereAre() {
    assertEquals(ExitCodes.USAGE, context.run("pretrain", "dream", "pile"));
    assertTrue(context.err().contains("simclr"), context.err());
  }

  @Test
  void tooFewImagesAreSaid() {
    assertEquals(ExitCodes.FAILED, context.run("pretrain", "simclr", "pile"));
    assertTrue(context.err().contains("smaller batch size"), context.err());
  }

  @Test
  void anEngineThatCannotTrainEncodersSaysSo() {
    assertEquals(ExitCodes.FAILED, context.run("pretrain", "simclr", "pile", "--batch-size", "2"));
    assertTrue(context.err().contains("cannot train encoders"), context.err());
    assertFalse(Files.exists(folder.resolve("pile/pretraining")), "nothing is left behind");
  }

  @Test
  void theNameOfARunIsNoPath() {
    assertEquals(
        ExitCodes.USAGE, context.run("pretrain", "simclr", "pile", "--name", "../elsewhere"));
    assertTrue(context.err().contains("letters"), context.err());
  }
}
