// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.SavedModelSettings;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.pretraining.networks.SavedModelNetwork;

/** SavedModels that Keras wrote; {@code keras/models.py} says how they were made. */
final class KerasModels {
  private KerasModels() {}

  /** Writes all of them into a folder. */
  static void unpack(Path folder) throws IOException {
    try (InputStream in = KerasModels.class.getResourceAsStream("keras/models.zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  /** A model as a network of a run. */
  static NetworkFunction network(Path folder, boolean batchStatistics) {
    SavedModelNetwork network = new SavedModelNetwork();
    SavedModelNetwork.Parameters parameters =
        new SavedModelNetwork.Parameters(
            folder.toString(), new SavedModelSettings(), batchStatistics);
    return (tower, images) -> network.build(tower, images, parameters);
  }

  /** The two images that Keras predicted, values from 0 to 1. */
  static float[] images(int side) {
    float[] values = new float[2 * side * side * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * 37 % 251 / 250f;
    }
    return values;
  }

  /** What Keras predicted for them. */
  static float[] outputs(Path model) throws TrainingException {
    try {
      ByteBuffer bytes =
          ByteBuffer.wrap(Files.readAllBytes(model.resolve("outputs.f32")))
              .order(ByteOrder.LITTLE_ENDIAN);
      float[] values = new float[bytes.capacity() / Float.BYTES];
      bytes.asFloatBuffer().get(values);
      return values;
    } catch (IOException e) {
      throw new TrainingException("The test data of " + model + " cannot be read", e);
    }
  }
}
