// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.ReferenceValue;

/** Numbers that were worked out apart from this code, and small requests for tests. */
final class Oracles {
  private Oracles() {}

  /** The cases under a name in {@code oracles.json}. */
  static List<JsonNode> cases(String name) throws IOException {
    try (InputStream stream = Oracles.class.getResourceAsStream("oracles.json")) {
      JsonNode found = new ObjectMapper().readTree(stream).get(name);
      return StreamSupport.stream(found.spliterator(), false).toList();
    }
  }

  static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  /** Rows of numbers as a matrix. */
  static ReferenceValue matrix(JsonNode rows) {
    int width = rows.get(0).size();
    double[] values = new double[rows.size() * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i / width).get(i % width).asDouble();
    }
    return ReferenceValue.of(values, rows.size(), width);
  }

  /** Predictions of classes {@code c0}, {@code c1}, … from rows of probabilities. */
  static PredictionTable predictions(JsonNode rows, boolean exclusive) {
    ReferenceValue matrix = matrix(rows);
    float[][] columns = new float[matrix.shape()[1]][matrix.shape()[0]];
    for (int i = 0; i < matrix.values().length; i++) {
      columns[i % columns.length][i / columns.length] = (float) matrix.values()[i];
    }
    return predictions(columns, exclusive);
  }

  static PredictionTable predictions(float[][] columns, boolean exclusive) {
    return new PredictionTable(table(1, columns.length).classIds(), columns, "test", exclusive);
  }

  /** A table of unlabelled rows and classes named {@code c0}, {@code c1}, … */
  static LabelTable table(int rows, int classes) {
    List<String> paths = IntStream.range(0, rows).mapToObj(row -> "image" + row + ".png").toList();
    return LabelTable.empty()
        .withClasses(IntStream.range(0, classes).mapToObj(c -> "c" + c).toList())
        .withRows(paths, new ArrayList<>(Collections.nCopies(rows, null)));
  }

  /** A request for {@code count} of all rows of the table. */
  static SampleRequest request(
      LabelTable labels,
      PredictionTable predictions,
      FeatureMatrix features,
      int count,
      int classIndex,
      long seed) {
    int[] all = IntStream.range(0, labels.rows()).toArray();
    return new SampleRequest(
        labels, predictions, features, all, count, classIndex, new SplittableRandom(seed));
  }

  static <P extends Record> Selection sample(Sampler<P> sampler, SampleRequest request)
      throws TrainingException {
    return sampler.sample(request, sampler.defaults(), new NullProgressMonitor());
  }

  /** The order in which a sampler gives all rows of an oracle. */
  static <P extends Record> Selection order(
      Sampler<P> sampler, JsonNode probabilities, boolean exclusive, int classIndex)
      throws TrainingException {
    PredictionTable predictions = predictions(probabilities, exclusive);
    LabelTable labels = table(predictions.rows(), predictions.classIds().size());
    return sample(sampler, request(labels, predictions, null, labels.rows(), classIndex, 1));
  }
}
