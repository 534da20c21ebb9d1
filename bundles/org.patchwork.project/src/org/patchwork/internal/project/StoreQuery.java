// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.patchwork.core.ProjectFormatException;

/** A question to a label store. */
public interface StoreQuery<T> {
  /** Asks; whatever is read here is of one moment. */
  T ask(LabelDatabase store) throws SQLException, ProjectFormatException;

  /**
   * Opens the store of a project for this question, read-only and beside whoever writes.
   *
   * @param writing true if this process writes it
   */
  default T ask(Path folder, boolean writing) throws ProjectFormatException {
    try (LabelDatabase store =
        StoreOpener.openReadOnly(folder, writing || ProjectLock.held(folder))) {
      store.connection().setAutoCommit(false);
      T answer = ask(store);
      store.connection().rollback();
      return answer;
    } catch (SQLException e) {
      throw StoreMessages.reading(folder.resolve(LabelDatabase.FILE_NAME), e);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The project folder " + folder + " cannot be read: " + e.getMessage(), e);
    }
  }
}
