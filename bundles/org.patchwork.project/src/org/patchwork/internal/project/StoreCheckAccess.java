// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.LabelsChanged;

/** The ways in which a check and a repair enter a store. */
public final class StoreCheckAccess {
  private StoreCheckAccess() {}

  /** Asks the store of a folder, read-only. */
  public static <T> T read(Path project, StoreQuery<T> query) throws ProjectFormatException {
    return query.ask(project, false);
  }

  /** Builds a damaged store anew from what can be read; nobody may have it open. */
  public static List<String> salvage(Path project) throws ProjectFormatException {
    List<String> report = new ArrayList<>();
    StoreSalvage.repair(project.resolve(LabelDatabase.FILE_NAME), report);
    return report;
  }

  /** Something to change in a store. */
  public interface StoreWork {
    void run(Connection connection) throws SQLException;
  }

  /** Changes a store in one transaction; nobody may have it open. */
  public static void change(Path project, StoreWork work) throws ProjectFormatException {
    Path file = project.resolve(LabelDatabase.FILE_NAME);
    try (LabelDatabase store = StoreOpener.open(project, false);
        Statement statement = store.connection().createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      work.run(store.connection());
      statement.execute("COMMIT");
    } catch (SQLException e) {
      throw StoreMessages.writing(file, e);
    }
  }

  /**
   * Logs labels that the log does not explain as an edit of their own, so that it leads to what is
   * there; the labels stay.
   *
   * @return number of labels and flags
   */
  public static int explain(Path project, Instant time) throws ProjectFormatException {
    Path file = project.resolve(LabelDatabase.FILE_NAME);
    try (LabelDatabase store = StoreOpener.open(project, false)) {
      ProjectState state = store.load(null);
      LogReplay.Difference difference = LogReplay.compare(store, state, SubMonitor.convert(null));
      if (difference.count() > 0 && !difference.classes() && difference.rows() == 0) {
        EditOrigin origin = new EditOrigin("", "repair");
        String description = "labels changed outside Patchwork";
        store.commit(
            new EventRecord(time, origin, LabelsChanged.Kind.EDIT, 0, description),
            List.copyOf(difference.cells()),
            state);
        return difference.count();
      }
      return 0;
    } catch (SQLException e) {
      throw StoreMessages.reading(file, e);
    }
  }
}
