// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each annotator answered, beside the one label that counts: one byte per voice, image and
 * class, {@link LabelTable#UNKNOWN} where the voice said nothing. Held in chunks; one that nobody
 * voted in costs nothing. Immutable and shared between threads; the byte arrays are those of the
 * builder.
 */
public final class VoteTable {
  /** Rows in one chunk. */
  public static final int CHUNK = 2048;

  /** Sees the votes on one cell. */
  public interface CellVisitor {
    /**
     * A row with at least one vote for the class.
     *
     * @param votes one per voice, in the order of {@link VoteTable#voices()}; used again for the
     *     next row
     */
    void cell(int row, byte[] votes);
  }

  private final int rows;
  private final List<Voice> voices;
  private final List<String> classIds;
  private final byte[][][][] chunks; // [voice][class][chunk], null where nobody answered

  private VoteTable(int rows, List<Voice> voices, List<String> classIds, byte[][][][] chunks) {
    this.rows = rows;
    this.voices = voices;
    this.classIds = classIds;
    this.chunks = chunks;
  }

  /** A table in which nobody voted. */
  public static VoteTable empty(int rows, List<String> classIds) {
    return new Builder(rows, classIds).build();
  }

  /** Number of images. */
  public int rows() {
    return rows;
  }

  /** Who voted, in alphabetical order, second looks behind first. */
  public List<Voice> voices() {
    return voices;
  }

  /** Stable ids of the classes, in order. */
  public List<String> classIds() {
    return classIds;
  }

  /** {@link LabelTable#UNKNOWN}, {@link LabelTable#ABSENT} or {@link LabelTable#PRESENT}. */
  public byte vote(int voice, int row, int classIndex) {
    byte[] chunk = chunks[voice][classIndex][row / CHUNK];
    return chunk == null ? LabelTable.UNKNOWN : chunk[row % CHUNK];
  }

  /** Visits the rows on which at least one voice answered for a class, ascending. */
  public void visit(int classIndex, CellVisitor visitor) {
    byte[] votes = new byte[voices.size()];
    for (int chunk = 0; chunk * CHUNK < rows; chunk++) {
      if (anyone(classIndex, chunk)) {
        visitChunk(classIndex, chunk, votes, visitor);
      }
    }
  }

  private boolean anyone(int classIndex, int chunk) {
    return Arrays.stream(chunks).anyMatch(voice -> voice[classIndex][chunk] != null);
  }

  private void visitChunk(int classIndex, int chunk, byte[] votes, CellVisitor visitor) {
    int end = Math.min(CHUNK, rows - chunk * CHUNK);
    for (int i = 0; i < end; i++) {
      boolean any = false;
      for (int voice = 0; voice < votes.length; voice++) {
        byte[] data = chunks[voice][classIndex][chunk];
        votes[voice] = data == null ? LabelTable.UNKNOWN : data[i];
        any |= votes[voice] != LabelTable.UNKNOWN;
      }
      if (any) {
        visitor.cell(chunk * CHUNK + i, votes);
      }
    }
  }

  /** Collects votes. */
  public static final class Builder {
    private final int rows;
    private final List<String> classIds;
    private final Map<Voice, byte[][][]> chunksOf = new LinkedHashMap<>();

    /** Nobody voted yet. */
    public Builder(int rows, List<String> classIds) {
      this.rows = rows;
      this.classIds = List.copyOf(classIds);
    }

    /**
     * Takes over a chunk of votes.
     *
     * @param chunk number of the chunk; its first row is {@code chunk ·} {@link #CHUNK}
     * @param data {@link #CHUNK} votes; what stands for rows behind the last is not looked at; not
     *     copied
     */
    public Builder chunk(Voice voice, int classIndex, int chunk, byte[] data) {
      if (data.length != CHUNK) {
        throw new IllegalArgumentException(data.length + " votes in a chunk of " + CHUNK);
      }
      of(voice)[classIndex][chunk] = data;
      return this;
    }

    /** Adds one vote, in the place of what the voice said before. */
    public Builder vote(Voice voice, int row, int classIndex, byte value) {
      byte[][] column = of(voice)[classIndex];
      if (column[row / CHUNK] == null) {
        column[row / CHUNK] = new byte[CHUNK];
        Arrays.fill(column[row / CHUNK], LabelTable.UNKNOWN);
      }
      column[row / CHUNK][row % CHUNK] = value;
      return this;
    }

    private byte[][][] of(Voice voice) {
      return chunksOf.computeIfAbsent(
          voice, v -> new byte[classIds.size()][(rows + CHUNK - 1) / CHUNK][]);
    }

    /** The table. */
    public VoteTable build() {
      List<Voice> voices = new ArrayList<>(chunksOf.keySet());
      voices.sort(Comparator.comparing(Voice::annotator).thenComparing(Voice::secondLook));
      byte[][][][] chunks = voices.stream().map(chunksOf::get).toArray(byte[][][][]::new);
      return new VoteTable(rows, List.copyOf(voices), classIds, chunks);
    }
  }
}
