// SPDX-License-Identifier: MIT
package org.patchwork.learn.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TfRecordsTest {
  private static byte[] file(String... records) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TfRecordWriter writer = new TfRecordWriter(out)) {
      for (String record : records) {
        writer.write(record.getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static TfRecordReader reader(byte[] file) {
    return new TfRecordReader(new ByteArrayInputStream(file));
  }

  @Test
  void recordsComeBackInOrder() throws IOException {
    try (TfRecordReader reader = reader(file("one", "", "three"))) {
      for (String wanted : new String[] {"one", "", "three"}) {
        assertEquals(wanted, new String(reader.next().orElseThrow(), StandardCharsets.UTF_8));
      }
      assertTrue(reader.next().isEmpty());
      assertTrue(reader.next().isEmpty(), "the end stays the end");
    }
  }

  /** Masked CRC-32C of 8 bytes of length 24, as at the head of every event file of TensorFlow. */
  @Test
  void checksumsAreThoseOfTensorFlow() {
    byte[] length = {24, 0, 0, 0, 0, 0, 0, 0};
    assertEquals(0x224b7fa3, TfRecordWriter.maskedChecksum(length));
  }

  @Test
  void everyDamagedByteIsNoticed() throws IOException {
    byte[] good = file("some bytes");
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 0x40;
      try (TfRecordReader reader = reader(bad)) {
        assertThrows(IOException.class, reader::next, "byte " + i);
      }
    }
  }

  @Test
  void aFileThatEndsEarlyIsNoEnd() throws IOException {
    byte[] good = file("some bytes");
    for (int length = 1; length < good.length; length++) {
      try (TfRecordReader reader = reader(Arrays.copyOf(good, length))) {
        assertThrows(EOFException.class, reader::next, "cut to " + length);
      }
    }
  }

  /** The example of the Protocol Buffers documentation, and one of each other kind by hand. */
  @Test
  void messagesAreEncodedAsDocumented() {
    assertArrayEquals(
        HexFormat.of().parseHex("089601"), new ProtoWriter().varint(1, 150).toByteArray());
    assertArrayEquals(
        HexFormat.of().parseHex("120774657374696e67"),
        new ProtoWriter().text(2, "testing").toByteArray());
    assertArrayEquals(
        HexFormat.of().parseHex("1a03089601"),
        new ProtoWriter().message(3, new ProtoWriter().varint(1, 150)).toByteArray());
    assertArrayEquals(
        HexFormat.of().parseHex("0a080000003f000080bf"),
        new ProtoWriter().numbers(1, new float[] {.5f, -1}).toByteArray());
    assertArrayEquals(
        HexFormat.of().parseHex("08ffffffffffffffffff01"),
        new ProtoWriter().varint(1, -1).toByteArray());
  }
}
