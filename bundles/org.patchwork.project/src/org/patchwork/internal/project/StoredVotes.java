// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.Set;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.Voice;

/** The votes of a project beside its writer: the store is opened for reading when it is needed. */
final class StoredVotes implements VoteReader, AutoCloseable {
  /** Opens the store for reading. */
  interface Opener {
    LabelDatabase open() throws ProjectFormatException;
  }

  private final Opener opener;
  private LabelDatabase store;

  StoredVotes(Opener opener) {
    this.opener = opener;
  }

  private VoteStore votes() throws ProjectFormatException {
    if (store == null) {
      store = opener.open();
    }
    return store.votes();
  }

  @Override
  public Set<Voice> voices() throws ProjectFormatException {
    return votes().voices();
  }

  @Override
  public byte[] chunk(Voice voice, int column, int chunk) throws ProjectFormatException {
    return votes().chunk(voice, column, chunk);
  }

  @Override
  public void replay(Replay replay) throws ProjectFormatException {
    votes().replay(replay);
  }

  @Override
  public void close() throws ProjectFormatException {
    if (store != null) {
      store.close();
    }
  }
}
