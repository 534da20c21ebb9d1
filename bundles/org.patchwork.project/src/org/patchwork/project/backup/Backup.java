// SPDX-License-Identifier: MIT
package org.patchwork.project.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup: a folder with the label store and the project file of one moment.
 *
 * @param folder where it is; its name is the time in UTC
 * @param time when it was made
 * @param reason why, in words: {@link #AUTOMATIC}, {@link #BY_HAND} or what was about to happen
 * @param images number of images in it
 * @param lastEvent number of its last event
 * @param bytes its size on disk
 */
public record Backup(
    Path folder, Instant time, String reason, int images, long lastEvent, long bytes) {
  /** Made by itself, and deleted by itself when it is old. */
  public static final String AUTOMATIC = "automatic";

  /** Asked for; never deleted by itself. */
  public static final String BY_HAND = "by hand";

  /** Name of the folder. */
  public String name() {
    return folder.getFileName().toString();
  }
}
