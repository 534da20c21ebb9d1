// SPDX-License-Identifier: MIT
package org.patchwork.project;

/**
 * Something in the source of an import that needs a look; the rest was imported.
 *
 * @param kind what is wrong
 * @param subject the path or file concerned
 * @param line line in the imported file, from 1 on; 0 if it did not come from a file
 * @param message what is wrong and what was done about it, in words
 */
public record ImportProblem(Kind kind, String subject, long line, String message) {
  /** Kinds of problems. */
  public enum Kind {
    /** The path came before; the first one counts. */
    DUPLICATE,
    /** The file does not exist; the row is imported all the same, as its file may come back. */
    MISSING,
    /** The file exists but is no image that can be read; the row is imported all the same. */
    UNREADABLE,
    /** The row or column was left out. */
    IGNORED
  }
}
