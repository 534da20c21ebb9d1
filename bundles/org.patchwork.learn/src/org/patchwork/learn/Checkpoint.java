// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * What a training goes on from, as {@code .npz} that NumPy reads: one flat float32 array for each
 * part of the state, and {@code steps}, an int64.
 *
 * @param steps optimiser steps so far
 * @param state what the model gave, see {@link TrainableModel#state} and {@link
 *     org.patchwork.learn.encoder.EncoderModel#state}
 */
public record Checkpoint(long steps, Map<String, float[]> state) {
  private static final String STEPS = "steps";
  private static final String SUFFIX = ".npy";
  private static final int HEADER = 128;
  private static final int PREAMBLE = 10;

  /** Writes it. */
  public void write(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      ByteBuffer number = array("<i8", 1, Long.BYTES);
      number.putLong(steps);
      add(zip, STEPS, number);
      for (Map.Entry<String, float[]> part : state.entrySet()) {
        float[] values = part.getValue();
        ByteBuffer bytes = array("<f4", values.length, Float.BYTES);
        bytes.asFloatBuffer().put(values);
        add(zip, part.getKey(), bytes);
      }
    }
  }

  private static void add(ZipOutputStream zip, String name, ByteBuffer bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name + SUFFIX));
    zip.write(bytes.array());
    zip.closeEntry();
  }

  /** A NumPy file of one dimension with room for its values, which come next. */
  private static ByteBuffer array(String type, int length, int size) {
    String header =
        "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + length + ",), }";
    String padded = String.format("%-" + (HEADER - PREAMBLE - 1) + "s\n", header);
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.addExact(HEADER, Math.multiplyExact(length, size)))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) (HEADER - PREAMBLE));
    return bytes.put(padded.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads one. */
  public static Checkpoint read(Path file) throws IOException {
    Map<String, float[]> state = new LinkedHashMap<>();
    long steps = -1;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(HEADER);
        String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
        if (name.equals(STEPS)) {
          steps = bytes.getLong();
        } else {
          float[] values = new float[bytes.remaining() / Float.BYTES];
          bytes.asFloatBuffer().get(values);
          state.put(name, values);
        }
      }
    } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
      throw new IOException("it is damaged", e);
    }
    if (steps < 0) {
      throw new IOException("it is damaged");
    }
    return new Checkpoint(steps, state);
  }
}
