// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the start script makes of its arguments, with a Java that only prints them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The script is that for Unix")
class StartScriptTest {
  private static final String SCRIPT =
      "features/org.patchwork.workbench.feature/rootfiles/unix/patchwork";

  @TempDir Path folder;

  @BeforeEach
  void makeJava() throws Exception {
    Path java = folder.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
    Files.writeString(java, "#!/bin/sh\necho \"$*\"\n");
    assertTrue(java.toFile().setExecutable(true));
    Files.createDirectories(folder.resolve("home/plugins"));
    Files.createFile(folder.resolve("home/plugins/org.eclipse.equinox.launcher_1.jar"));
    Path root = Path.of("").toAbsolutePath().getParent().getParent();
    Files.copy(root.resolve(SCRIPT), folder.resolve("home/patchwork"));
  }

  /** What Java is called with, in a folder with folders "features", "slides" and "pile.1". */
  private String started(String... arguments) throws Exception {
    Path here = Files.createDirectories(folder.resolve("here"));
    Files.createDirectories(here.resolve("features"));
    Files.createDirectories(here.resolve("pile.1"));
    Files.createDirectories(here.resolve("slides"));
    Files.writeString(here.resolve("slides/project.patchwork"), "");
    List<String> command = new ArrayList<>(List.of("sh", "../home/patchwork"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(here.toFile());
    builder.environment().put("PATCHWORK_JAVA", folder.resolve("jdk/bin/java").toString());
    builder.environment().put("DISPLAY", ":0");
    Process process = builder.redirectErrorStream(true).start();
    String printed;
    try (InputStream output = process.getInputStream()) {
      printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }

  private static boolean commandLine(String started) {
    return started.contains("org.patchwork.cli.application");
  }

  @Test
  void aCommandIsOneAlsoBesideAFolderOfItsName() throws Exception {
    assertTrue(commandLine(started("features", "slides")));
    assertTrue(commandLine(started("version")));
  }

  @Test
  void aFolderIsOpened() throws Exception {
    assertFalse(commandLine(started("slides")));
    assertFalse(commandLine(started("./features")));
    assertFalse(commandLine(started("pile.1")));
    assertFalse(commandLine(started()));
  }
}
