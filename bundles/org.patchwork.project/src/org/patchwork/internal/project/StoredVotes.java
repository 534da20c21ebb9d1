// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.Voice;
import org.patchwork.core.VoteTable;

/** The votes of a project beside its writer: the store is opened for reading when it is needed. */
final class StoredVotes implements VoteReader, AutoCloseable {
  private final Path folder;
  private final boolean readOnly;
  private LabelDatabase store;

  /**
   * The votes of a project.
   *
   * @param readOnly true if this process does not write to the project
   */
  StoredVotes(Path folder, boolean readOnly) {
    this.folder = folder;
    this.readOnly = readOnly;
  }

  private VoteStore votes() throws ProjectFormatException {
    if (store == null) {
      store = StoreOpener.openReadOnly(folder, !readOnly || writtenElsewhere());
    }
    return store.votes();
  }

  private boolean writtenElsewhere() throws ProjectFormatException {
    try {
      return ProjectLock.held(folder);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The project folder " + folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** All of them, on the classes of a state. */
  VoteTable load(ProjectState state, IProgressMonitor monitor) throws ProjectFormatException {
    return votes().load(state, monitor);
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
