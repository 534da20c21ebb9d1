// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.sql.Connection;
import java.sql.Statement;

/** Another program that has a label store open: holds a lock until its input ends. */
final class LockingChild {
  private LockingChild() {}

  /** Arguments: the database, and the statements that take the lock. */
  public static void main(String[] args) throws Exception {
    var source = new org.sqlite.SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + args[0]);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 1; i < args.length; i++) {
        statement.execute(args[i]);
      }
      System.out.println("locked");
      while (System.in.read() >= 0) {
        // until the parent lets go
      }
    }
  }
}
