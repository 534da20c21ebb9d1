// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.graph;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.patchwork.training.graph.GraphInfo;
import org.patchwork.training.graph.NeighbourGraph;

/**
 * A graph on disk: {@code neighbours.npy} (int32) and {@code similarities.npy} (float32), both
 * {@code [rows, neighbours]}, and {@code graph.json}, which is written last and removed first.
 */
public record GraphFolder(Path folder) {
  static final String INFO = "graph.json";
  static final String NEIGHBOURS = "neighbours.npy";
  static final String SIMILARITIES = "similarities.npy";
  private static final int MAGIC = 6;
  private static final int HEADER = 128;
  private static final int BUFFER = 1 << 16;

  /** True if there is a finished graph. */
  public boolean exists() {
    return Files.isRegularFile(folder.resolve(INFO));
  }

  /** What is known of the graph. */
  public GraphInfo info() throws IOException {
    return mapper().readValue(Files.readAllBytes(folder.resolve(INFO)), GraphInfo.class);
  }

  /**
   * Reads the graph.
   *
   * @throws IOException if a file is missing or has another size than the record says
   */
  public NeighbourGraph read() throws IOException {
    GraphInfo info = info();
    int count = Math.multiplyExact(info.rows(), info.neighbours());
    int[] neighbours = new int[count];
    float[] similarities = new float[count];
    ByteBuffer ints = bytes(NEIGHBOURS, count);
    ByteBuffer floats = bytes(SIMILARITIES, count);
    ints.asIntBuffer().get(neighbours);
    floats.asFloatBuffer().get(similarities);
    return new NeighbourGraph(info, neighbours, similarities);
  }

  private ByteBuffer bytes(String name, int count) throws IOException {
    Path file = folder.resolve(name);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = (long) count * Integer.BYTES;
      if (channel.size() != HEADER + length) {
        throw new IOException(file + " has not the size that " + INFO + " says");
      }
      return channel
          .map(FileChannel.MapMode.READ_ONLY, HEADER, length)
          .order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** Writes the graph in the place of the one there may be. */
  public void write(NeighbourGraph graph) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(INFO));
    GraphInfo info = graph.info();
    try (FileChannel neighbours = create(NEIGHBOURS);
        FileChannel similarities = create(SIMILARITIES)) {
      neighbours.write(header("<i4", info));
      similarities.write(header("<f4", info));
      int rows = Math.max(1, BUFFER / (Integer.BYTES * info.neighbours()));
      for (int from = 0; from < info.rows(); from += rows) {
        int to = Math.min(info.rows(), from + rows);
        ByteBuffer ints = buffer((to - from) * info.neighbours());
        ByteBuffer floats = buffer((to - from) * info.neighbours());
        for (int row = from; row < to; row++) {
          for (int place = 0; place < info.neighbours(); place++) {
            ints.putInt(graph.neighbour(row, place));
            floats.putFloat(graph.similarity(row, place));
          }
        }
        writeFully(neighbours, ints.flip());
        writeFully(similarities, floats.flip());
      }
    }
    Path temporary = folder.resolve(INFO + ".part");
    Files.write(temporary, mapper().writeValueAsBytes(info));
    Files.move(temporary, folder.resolve(INFO), StandardCopyOption.ATOMIC_MOVE);
  }

  private FileChannel create(String name) throws IOException {
    return FileChannel.open(
        folder.resolve(name),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  private static ByteBuffer buffer(int count) {
    return ByteBuffer.allocate(count * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Header of NumPy's format 1.0, {@link #HEADER} bytes long. */
  private static ByteBuffer header(String type, GraphInfo info) {
    String text =
        String.format(
            "{'descr': '%s', 'fortran_order': False, 'shape': (%d, %d), }",
            type, info.rows(), info.neighbours());
    int length = HEADER - MAGIC - 4;
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    header.put((byte) 1).put((byte) 0).putShort((short) length);
    header.put(
        (text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
    return header.flip();
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }
}
