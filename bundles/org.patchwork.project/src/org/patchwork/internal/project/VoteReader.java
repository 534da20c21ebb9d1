// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.Set;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.Voice;

/** The votes as they are stored. */
interface VoteReader {
  /** Hears of one answer or one label that was set otherwise, oldest first. */
  interface Replay {
    void cells(int column, int[] rows, byte[] values);
  }

  /** Nobody ever voted. */
  VoteReader NONE =
      new VoteReader() {
        @Override
        public Set<Voice> voices() {
          return Set.of();
        }

        @Override
        public byte[] chunk(Voice voice, int column, int chunk) {
          return null;
        }

        @Override
        public void replay(Replay replay) {
          // nothing ever happened
        }
      };

  /** Everybody who ever voted. */
  Set<Voice> voices() throws ProjectFormatException;

  /** A chunk of votes, not to be changed; null if there is none. */
  byte[] chunk(Voice voice, int column, int chunk) throws ProjectFormatException;

  /**
   * Plays the event log: what each edit that still holds would have made of the labels, had the
   * last answer counted all the time.
   */
  void replay(Replay replay) throws ProjectFormatException;
}
