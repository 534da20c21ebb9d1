// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RowFilter;
import org.patchwork.internal.project.DrawStore;
import org.patchwork.internal.project.OpenedProject;

/**
 * What a project remembers of sampling: the pages that were drawn, so that no image comes twice
 * unasked, also after a restart; and filters saved under a name. Neither is an edit: nothing here
 * can be undone, and forgetting the draws touches no label.
 *
 * <p>Read-only projects remember as long as they are open.
 */
public final class SamplingMemory {
  private final OpenedProject project;
  private final Object lock = new Object();
  private final BitSet shown = new BitSet(); // guarded by the lock
  private final Map<String, RowFilter> filters = new TreeMap<>(); // guarded by the lock
  private boolean shownLoaded; // guarded by the lock
  private boolean filtersLoaded; // guarded by the lock
  private int forgotten; // how often; guarded by the lock

  SamplingMemory(OpenedProject project) {
    this.project = project;
  }

  /**
   * The rows that came in a draw since the draws were forgotten last; a copy. The first call reads
   * the disk: not for the display thread.
   */
  public BitSet shownRows() throws ProjectFormatException {
    loadShown();
    synchronized (lock) {
      return (BitSet) shown.clone();
    }
  }

  /** The newest draws, newest first, with all that were remembered before. Reads the disk. */
  public List<PastDraw> draws(int most) throws ProjectFormatException {
    return project.readWritten(store -> new DrawStore(store).draws(most));
  }

  /**
   * Remembers a draw that was shown; its images count as shown at once.
   *
   * @return completes when it is durable
   */
  public CompletableFuture<Void> remember(PastDraw draw) {
    synchronized (lock) {
      for (int row : draw.rows()) {
        shown.set(row);
      }
    }
    return write(store -> store.add(draw));
  }

  /**
   * Forgets all draws, so that every image may come again.
   *
   * @return completes when that is durable
   */
  public CompletableFuture<Void> forget() {
    synchronized (lock) {
      shown.clear();
      forgotten++;
    }
    return write(DrawStore::clear);
  }

  /**
   * The saved filters by name, in alphabetical order; a copy. Conditions on lists computed
   * elsewhere have the name of their list but no rows. The first call reads the disk: not for the
   * display thread.
   */
  public Map<String, RowFilter> filters() throws ProjectFormatException {
    loadFilters();
    synchronized (lock) {
      return new TreeMap<>(filters);
    }
  }

  /**
   * Saves a filter in the place of one with the same name, if there is one.
   *
   * @param name not blank
   * @return completes when that is durable
   */
  public CompletableFuture<Void> saveFilter(String name, RowFilter filter) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A filter is saved under a name; give it one.");
    }
    synchronized (lock) {
      filters.put(name.strip(), filter);
    }
    return write(store -> store.saveFilter(name.strip(), filter));
  }

  /**
   * Removes a saved filter.
   *
   * @return completes when that is durable
   */
  public CompletableFuture<Void> removeFilter(String name) {
    synchronized (lock) {
      filters.remove(name);
    }
    return write(store -> store.removeFilter(name));
  }

  private interface Writing {
    void write(DrawStore store) throws ProjectFormatException, java.sql.SQLException;
  }

  private CompletableFuture<Void> write(Writing work) {
    if (project.readOnly()) {
      return CompletableFuture.completedFuture(null);
    }
    return project.writeStore(
        store -> {
          work.write(new DrawStore(store));
          return null;
        });
  }

  private void loadShown() throws ProjectFormatException {
    int before;
    synchronized (lock) {
      if (shownLoaded) {
        return;
      }
      before = forgotten;
    }
    BitSet stored = project.readWritten(store -> new DrawStore(store).shownRows());
    synchronized (lock) {
      shownLoaded = true;
      if (before == forgotten) {
        shown.or(stored);
      }
    }
  }

  private void loadFilters() throws ProjectFormatException {
    synchronized (lock) {
      if (filtersLoaded) {
        return;
      }
    }
    Map<String, RowFilter> stored = project.readWritten(store -> new DrawStore(store).filters());
    synchronized (lock) {
      if (!filtersLoaded) {
        filtersLoaded = true;
        stored.forEach(filters::putIfAbsent);
      }
    }
  }
}
