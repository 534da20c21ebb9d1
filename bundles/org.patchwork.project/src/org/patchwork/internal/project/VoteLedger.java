// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.Voice;

/**
 * The votes while an edit is planned: what is stored, read chunk by chunk when it is needed, under
 * what the edit has changed so far. Used once, on the writer thread.
 */
final class VoteLedger {
  private record Key(Voice voice, int column, int chunk) {}

  private final VoteReader stored;
  private final Map<Key, byte[]> chunks = new HashMap<>(); // null values: read, nothing there
  private final Set<Key> own = new HashSet<>();
  private final Set<Voice> newcomers = new HashSet<>();

  VoteLedger(VoteReader stored) {
    this.stored = stored;
  }

  byte get(Voice voice, int column, int row) throws ProjectFormatException {
    byte[] data = chunk(voice, column, row / StoreSchema.CHUNK);
    return data == null ? LabelTable.UNKNOWN : data[row % StoreSchema.CHUNK];
  }

  void set(Change.Votes change) throws ProjectFormatException {
    newcomers.add(change.voice());
    for (int i = 0; i < change.rows().length; i++) {
      int chunk = change.rows()[i] / StoreSchema.CHUNK;
      writable(new Key(change.voice(), change.column(), chunk))[
              change.rows()[i] % StoreSchema.CHUNK] =
          change.after()[i];
    }
  }

  /** The votes of all people on a chunk of a class, second looks left out. */
  List<byte[]> people(int column, int chunk) throws ProjectFormatException {
    List<byte[]> votes = new ArrayList<>();
    Set<Voice> voices = new HashSet<>(stored.voices());
    voices.addAll(newcomers);
    for (Voice voice : voices) {
      byte[] data = voice.secondLook() ? null : chunk(voice, column, chunk);
      if (data != null) {
        votes.add(data);
      }
    }
    return votes;
  }

  private byte[] writable(Key key) throws ProjectFormatException {
    byte[] data = chunk(key.voice(), key.column(), key.chunk());
    if (own.add(key)) {
      if (data == null) {
        data = new byte[StoreSchema.CHUNK];
        Arrays.fill(data, LabelTable.UNKNOWN);
      } else {
        data = data.clone();
      }
      chunks.put(key, data);
    }
    return data;
  }

  private byte[] chunk(Voice voice, int column, int chunk) throws ProjectFormatException {
    Key key = new Key(voice, column, chunk);
    if (!chunks.containsKey(key)) {
      chunks.put(key, stored.chunk(voice, column, chunk));
    }
    return chunks.get(key);
  }
}
