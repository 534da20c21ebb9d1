// SPDX-License-Identifier: MIT
package org.patchwork.learn.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.Png;
import org.patchwork.learn.records.ProtoWriter;
import org.patchwork.learn.records.TfRecordWriter;

/**
 * Writes scalars, pictures and settings that TensorBoard shows: a TFRecord file of {@code Event}
 * protocol buffers ({@code event.proto} fields 1 wall_time, 2 step, 3 file_version, 5 summary;
 * {@code summary.proto} fields 1 value, and in it 1 tag, 2 simple_value, 4 image, 9 metadata).
 */
public final class TensorBoardLog implements AutoCloseable {
  private static final int RGB = 3;

  private final TfRecordWriter file;

  /**
   * Starts a file that TensorBoard finds by its name.
   *
   * @param seconds wall time of the start, in seconds since 1970
   */
  public TensorBoardLog(Path folder, double seconds) throws IOException {
    Path path = folder.resolve("events.out.tfevents." + (long) seconds + ".patchwork");
    this.file = new TfRecordWriter(Files.newOutputStream(path));
    file.write(new ProtoWriter().number(1, seconds).text(3, "brain.Event:2").toByteArray());
  }

  /** Adds one point of a curve. */
  public void scalar(String tag, long step, double seconds, double value) throws IOException {
    write(step, seconds, new ProtoWriter().text(1, tag).number(2, (float) value));
  }

  /**
   * Adds a picture.
   *
   * @param picture values from 0 to 1; see {@link Png#encode}
   */
  public void image(String tag, long step, double seconds, ImagePatch picture) throws IOException {
    ProtoWriter image =
        new ProtoWriter()
            .varint(1, picture.height())
            .varint(2, picture.width())
            .varint(3, RGB)
            .bytes(4, Png.encode(picture));
    write(step, seconds, new ProtoWriter().text(1, tag).message(4, image));
  }

  /**
   * Adds the settings of the run, for the tab HPARAMS.
   *
   * @param group runs of one name are repetitions with equal settings
   * @param values texts, numbers and truth values; anything else as text, null left out
   */
  public void settings(double seconds, String group, Map<String, ?> values) throws IOException {
    write(0, seconds, HyperParameters.started(seconds, group, values));
  }

  /** Adds that the run is over, for the tab HPARAMS. */
  public void ended(double seconds) throws IOException {
    write(0, seconds, HyperParameters.ended(seconds));
  }

  private void write(long step, double seconds, ProtoWriter value) throws IOException {
    ProtoWriter event = new ProtoWriter().number(1, seconds);
    event.varint(2, step).message(5, new ProtoWriter().message(1, value));
    file.write(event.toByteArray());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
