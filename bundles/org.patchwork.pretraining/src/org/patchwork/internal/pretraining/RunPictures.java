// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.Png;
import org.patchwork.learn.log.PictureLog;
import org.patchwork.learn.log.TensorBoardLog;

/**
 * Pictures of an epoch, as {@code pictures/epoch-NNN-name.png} in the folder of the run and for
 * TensorBoard.
 *
 * @param run folder of the run
 * @param epoch number of the epoch; 0 before the first
 * @param step steps so far
 * @param seconds time for TensorBoard
 * @param log TensorBoard
 */
public record RunPictures(Path run, int epoch, long step, double seconds, TensorBoardLog log)
    implements PictureLog {
  /** Folder of the pictures in that of the run. */
  public static final String FOLDER = "pictures";

  @Override
  public void add(String name, ImagePatch picture) throws IOException {
    Path folder = Files.createDirectories(run.resolve(FOLDER));
    String file = String.format(Locale.ROOT, "epoch-%03d-%s.png", epoch, name);
    Path part = folder.resolve(file + ".part");
    Files.write(part, Png.encode(picture));
    Files.move(
        part,
        folder.resolve(file),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    log.image(name, step, seconds, picture);
  }
}
