// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.network.SavedNetwork;

/** The SavedModels that a network goes on from; each is read once for all its towers. */
final class SavedGraphs {
  /** What to do where a SavedModel cannot be trained on. */
  static final String OTHERWISE =
      "Or take one of the networks that Patchwork builds, such as small or resnet18.";

  /** With what optimisers remember, as what no other run can take over. */
  private static final String BEGUN_FROM = "optimizer/begun_from";

  private static final int HALF_WORD = 0xffff;

  private final Map<SavedNetwork, SavedGraph> graphs = new LinkedHashMap<>();
  private final StringBuilder files = new StringBuilder();

  /**
   * The graph of a SavedModel.
   *
   * @throws TrainingException if there is none, or it cannot be trained on; says why
   */
  SavedGraph of(SavedNetwork network) throws TrainingException {
    SavedGraph known = graphs.get(network);
    if (known == null) {
      SavedModelFile file = SavedModelFile.read(network.directory());
      SavedModelSignature signature =
          file.signature(new SavedModelCall(network.signature(), network.output()));
      known = SavedGraph.read(file, signature);
      new TrainableCheck(known).run();
      files.append(Fingerprint.of(network.directory(), null));
      graphs.put(network, known);
    }
    return known;
  }

  /** Notes in a checkpoint which SavedModels they are. */
  void noteIn(Map<String, float[]> state) {
    if (!graphs.isEmpty()) {
      state.put(BEGUN_FROM, fingerprint());
    }
  }

  /**
   * Refuses a checkpoint that was begun with others. What is no weight is not in it.
   *
   * @throws TrainingException names the folder
   */
  void requireIn(Map<String, float[]> state) throws TrainingException {
    if (!graphs.isEmpty() && !Arrays.equals(fingerprint(), state.get(BEGUN_FROM))) {
      throw new TrainingException(
          "The SavedModel in "
              + graphs.keySet().iterator().next().directory()
              + " is not the one that this run began with. Put that one back, or begin a new run.");
    }
  }

  /** Sixteen whole numbers below 65,536, which are exact in a checkpoint of float32. */
  private float[] fingerprint() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(files.toString().getBytes(StandardCharsets.UTF_8));
      float[] numbers = new float[hash.length / 2];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = ByteBuffer.wrap(hash).getShort(2 * i) & HALF_WORD;
      }
      return numbers;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
