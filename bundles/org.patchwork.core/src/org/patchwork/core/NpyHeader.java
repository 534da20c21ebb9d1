// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Header of an array file of NumPy (NumPy Enhancement Proposal 1 and {@code numpy.lib.format}),
 * versions 1 to 3.
 *
 * @param type type of the numbers
 * @param order byte order of the numbers
 * @param rows size of the first dimension
 * @param rowShape sizes of the further dimensions, at least one
 * @param offset where the numbers begin in the file
 */
record NpyHeader(NpyType type, ByteOrder order, int rows, int[] rowShape, int offset) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;

  /**
   * NumPy leaves room for so many digits of the first dimension, so that rows can be appended in
   * place.
   */
  private static final int GROWTH_DIGITS = 21;

  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])(\\w+)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,L\\s]*)\\)");

  /** Header of an array to write. */
  static NpyHeader of(NpyType type, int rows, int[] rowShape) {
    NpyHeader header = new NpyHeader(type, ByteOrder.LITTLE_ENDIAN, rows, rowShape.clone(), 0);
    return new NpyHeader(
        type, ByteOrder.LITTLE_ENDIAN, rows, rowShape.clone(), header.toBytes().length);
  }

  /** Number of values in a row. */
  int width() {
    return Arrays.stream(rowShape).reduce(1, Math::multiplyExact);
  }

  /** Number of bytes in a row. */
  long rowBytes() {
    return (long) width() * type.bytes();
  }

  /** Where the numbers end in the file. */
  long end() {
    return offset + rows * rowBytes();
  }

  /** The header as NumPy 2 writes it, version 1.0; as long for any number of rows. */
  byte[] toBytes() {
    String digits = Integer.toString(rows);
    String shape =
        Arrays.stream(rowShape).mapToObj(size -> ", " + size).collect(Collectors.joining());
    String text =
        "{'descr': '<"
            + type.code()
            + "', 'fortran_order': False, 'shape': ("
            + digits
            + shape
            + "), }"
            + " ".repeat(GROWTH_DIGITS - digits.length());
    int bare = MAGIC.length + 4 + text.length() + 1;
    int padded = (bare + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer buffer = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (padded - MAGIC.length - 4));
    buffer.put((text + " ".repeat(padded - bare) + "\n").getBytes(StandardCharsets.ISO_8859_1));
    return buffer.array();
  }

  /**
   * Reads a header.
   *
   * @throws ProjectFormatException if the file is none or not one we can use; says what to do in
   *     Python
   */
  static NpyHeader read(FileChannel channel, Path file) throws IOException, ProjectFormatException {
    ByteBuffer start = read(channel, 0, 12, file);
    byte[] magic = new byte[MAGIC.length];
    start.get(magic);
    int version = start.get();
    start.get();
    if (!Arrays.equals(magic, MAGIC) || version < 1 || version > 3) {
      throw new ProjectFormatException(
          "The file " + file + " is no NumPy array of version 1 to 3; write it with numpy.save.");
    }
    int length = version == 1 ? start.getShort() & 0xffff : start.getInt();
    int begin = version == 1 ? 10 : 12;
    if (length < 0 || length > channel.size()) {
      throw cutOff(file);
    }
    byte[] bytes = read(channel, begin, length, file).array();
    String text =
        new String(bytes, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    return parse(text, begin + length, file);
  }

  private static ByteBuffer read(FileChannel channel, long position, int length, Path file)
      throws IOException, ProjectFormatException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw cutOff(file);
      }
    }
    return buffer.flip();
  }

  private static ProjectFormatException cutOff(Path file) {
    return new ProjectFormatException(
        "The file " + file + " ends within its header; write it again.");
  }

  private static NpyHeader parse(String text, int offset, Path file) throws ProjectFormatException {
    Matcher order = ORDER.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!order.find() || !shape.find()) {
      throw new ProjectFormatException(
          "The header of " + file + " cannot be understood: " + text.strip());
    }
    if (order.group(1).equals("True")) {
      throw new ProjectFormatException(
          "The array in "
              + file
              + " is stored column by column (fortran_order); write it row by row with "
              + "numpy.save(path, numpy.ascontiguousarray(a)).");
    }
    long[] sizes = sizes(shape.group(1));
    if (sizes.length < 2
        || Arrays.stream(sizes).skip(1).anyMatch(size -> size < 1)
        || sizes[0] < 0) {
      throw new ProjectFormatException(
          "The array in "
              + file
              + " has the shape ("
              + shape.group(1)
              + "), but must have one row per image and at "
              + "least one value in each; write it with numpy.save(path, a.reshape(len(a), -1)).");
    }
    int[] rowShape = Arrays.stream(sizes).skip(1).mapToInt(Math::toIntExact).toArray();
    Matcher type = TYPE.matcher(text);
    if (!type.find() || NpyType.ofCode(type.group(2)) == null) {
      throw new ProjectFormatException(
          "The array in "
              + file
              + " does not hold floating point numbers; write it with "
              + "numpy.save(path, a.astype('<f4')).");
    }
    ByteOrder bytes = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NpyHeader(
        NpyType.ofCode(type.group(2)), bytes, Math.toIntExact(sizes[0]), rowShape, offset);
  }

  private static long[] sizes(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(size -> !size.isEmpty())
        .mapToLong(size -> Long.parseLong(size.replace("L", "")))
        .toArray();
  }
}
