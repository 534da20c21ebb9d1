// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.learn.log.TensorBoardLog;

class TensorBoardLogTest {
  @TempDir private Path folder;

  /** The first record of any event file at wall time 0, as TensorFlow itself writes it. */
  @Test
  void firstRecordIsTheFileVersion() throws IOException {
    new TensorBoardLog(folder, 0).close();

    byte[] file = file();
    ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    long length = header.getLong();
    assertEquals(24, length);
    byte[] record = Arrays.copyOfRange(file, 12, 36);
    byte[] expected =
        HexFormat.of()
            .parseHex(
                "090000000000000000"
                    + "1a0d"
                    + HexFormat.of().formatHex("brain.Event:2".getBytes()));
    assertArrayEquals(expected, record);
    assertEquals(40, file.length);
  }

  /** Length 24: the masked checksum that starts every event file written by TensorFlow. */
  @Test
  void checksumsAreMasked() throws IOException {
    new TensorBoardLog(folder, 0).close();

    assertEquals("a37f4b22", HexFormat.of().formatHex(file(), 8, 12));
  }

  @Test
  void scalarHoldsTagStepAndValue() throws IOException {
    try (TensorBoardLog log = new TensorBoardLog(folder, 0)) {
      log.scalar("loss", 300, 0, 0.5);
    }

    byte[] file = file();
    byte[] record = Arrays.copyOfRange(file, 40 + 12, file.length - 4);
    String value = "0a04" + HexFormat.of().formatHex("loss".getBytes()) + "15" + "0000003f";
    String expected = "090000000000000000" + "10ac02" + "2a0d" + "0a0b" + value;
    assertEquals(expected, HexFormat.of().formatHex(record));
  }

  private byte[] file() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return Files.readAllBytes(files.findFirst().orElseThrow());
    }
  }
}
