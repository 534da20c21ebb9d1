// SPDX-License-Identifier: MIT
package org.patchwork.learn.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.image.ImagePatch;
import org.patchwork.learn.records.ProtoWriter;
import org.patchwork.learn.records.TfRecordReader;

/** Pictures and settings, field by field as TensorBoard's protocol buffers name them. */
class TensorBoardPicturesTest {
  @TempDir private Path folder;

  private interface Writing {
    void to(TensorBoardLog log) throws IOException;
  }

  private byte[] event(Writing writing) throws IOException {
    try (TensorBoardLog log = new TensorBoardLog(folder, 0)) {
      writing.to(log);
    }
    List<byte[]> records = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder);
        TfRecordReader reader =
            new TfRecordReader(Files.newInputStream(files.findFirst().orElseThrow()))) {
      reader.next().orElseThrow(); // the version
      for (var record = reader.next(); record.isPresent(); record = reader.next()) {
        records.add(record.get());
      }
    }
    assertEquals(1, records.size());
    return records.getFirst();
  }

  @Test
  void pictureIsAPngWithItsSize() throws IOException {
    ImagePatch picture = new ImagePatch(1, 2, 3, new float[] {1, 0, 0, 0, .5f, 2});
    byte[] event = event(log -> log.image("views", 7, 0, picture));

    String text = new String(event, StandardCharsets.ISO_8859_1);
    int png = text.indexOf("\u0089PNG");
    byte[] image = new ProtoWriter().varint(1, 1).varint(2, 2).varint(3, 3).toByteArray();
    assertTrue(text.contains(new String(image, StandardCharsets.ISO_8859_1)), "height, width, rgb");
    assertTrue(text.contains("views"));
    BufferedImage shown =
        ImageIO.read(new ByteArrayInputStream(Arrays.copyOfRange(event, png, event.length)));
    assertEquals(0xffff0000, shown.getRGB(0, 0));
    assertEquals(0xff0080ff, shown.getRGB(1, 0), "above 1 is white");
  }

  @Test
  void settingsKeepTheirTypes() throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rate", .5);
    values.put("norm", true);
    values.put("kind", "cosine");
    values.put("nothing", null);
    byte[] event = event(log -> log.settings(2, "run", values));

    ProtoWriter start = new ProtoWriter();
    start.message(1, entry("rate", new ProtoWriter().number(2, .5)));
    start.message(1, entry("norm", new ProtoWriter().varint(4, 1)));
    start.message(1, entry("kind", new ProtoWriter().text(3, "cosine")));
    start.text(4, "run").number(5, 2.0);
    ProtoWriter plugin =
        new ProtoWriter().text(1, "hparams").message(2, new ProtoWriter().message(3, start));
    ProtoWriter value =
        new ProtoWriter()
            .text(1, "_hparams_/session_start_info")
            .message(9, new ProtoWriter().message(1, plugin));
    ProtoWriter wanted = new ProtoWriter().number(1, 2.0).varint(2, 0);
    wanted.message(5, new ProtoWriter().message(1, value));
    assertArrayEquals(wanted.toByteArray(), event);
    assertFalse(new String(event, StandardCharsets.ISO_8859_1).contains("nothing"));
  }

  private static ProtoWriter entry(String name, ProtoWriter value) {
    return new ProtoWriter().text(1, name).message(2, value);
  }
}
