// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.PatchworkException;

/** Talks to a program in the shell's language, which every system with this test has. */
class PeerProcessTest {
  @TempDir private Path folder;

  @BeforeEach
  void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
  }

  private String program(String text) throws IOException {
    return "/bin/sh " + Files.writeString(folder.resolve("peer.sh"), text);
  }

  @Test
  void itIsAskedAndAnswers() throws Exception {
    String program =
        program(
            """
            echo "{\\"peer\\": \\"shell $1\\"}"
            while read uncounted steps; do
              echo "{\\"stepsPerSecond\\": $((uncounted * 100 + steps)).5}"
            done
            """);
    try (PeerProcess peer = PeerProcess.start(program, Path.of("images"))) {
      assertEquals("shell images", peer.name());
      assertEquals(220.5, peer.stepsPerSecond(2, 20));
      assertEquals(307.5, peer.stepsPerSecond(3, 7));
    }
  }

  @Test
  void oneThatEndsIsNamed() throws Exception {
    String early = program("exit 3");
    assertThrows(IOException.class, () -> PeerProcess.start(early, folder));
    String late = program("echo '{}'; read line; exit 0");
    try (PeerProcess peer = PeerProcess.start(late, folder)) {
      PatchworkException problem =
          assertThrows(PatchworkException.class, () -> peer.stepsPerSecond(1, 1));
      assertTrue(problem.getMessage().contains("by itself"), problem.getMessage());
    }
  }

  @Test
  void otherTextIsQuoted() throws Exception {
    String chatty = program("echo Loading");
    IOException problem = assertThrows(IOException.class, () -> PeerProcess.start(chatty, folder));
    assertTrue(problem.getMessage().contains("\"Loading\""), problem.getMessage());
  }
}
