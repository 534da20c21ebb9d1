// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.conformance.FeatureExtractorConformance;
import org.patchwork.learn.network.Node;

/** Over a model of two resolutions with batch norm, whose statistics must not follow the batch. */
class MultiscaleExtractorConformanceTest extends FeatureExtractorConformance<MultiscaleParameters> {
  private final TensorFlowEngine engine = new TensorFlowEngine();
  private Map<String, Object> chosen = Map.of();
  @TempDir Path folder;

  @BeforeEach
  void writeModel() throws TrainingException {
    ModelBuild build =
        new ModelBuild(
            new int[] {10, 8, 3},
            4,
            (n, x) -> {
              Node large = n.relu(n.batchNorm("norm", n.conv("a", x, 6, 3)));
              Node small = n.relu(n.conv("b", n.maxPool(large), 5, 3));
              return n.sigmoid(n.dense("c", n.mean(small, false, 1, 2), 4));
            },
            (ops, target, prediction) -> ops.mean(prediction, false),
            Optimizer.ADAM,
            0,
            name -> true,
            3);
    try (TrainableModel model = engine.open(build)) {
      model.export(folder.resolve("model"), List.of());
    }
  }

  @Override
  protected FeatureExtractorType<MultiscaleParameters> algorithm() {
    return new MultiscaleExtractor();
  }

  @Override
  protected MultiscaleParameters parameters() {
    Map<String, Object> values = new java.util.HashMap<>(chosen);
    values.put("directory", folder.resolve("model").toString());
    return ParameterSchema.of(MultiscaleParameters.class).create(values);
  }

  @Override
  protected Engine engine() {
    return engine;
  }

  @ParameterizedTest
  @CsvSource({"scales,average", "all,max", "-1,average"})
  void conforms(String layers, String pooling) throws PatchworkException, IOException {
    chosen = Map.of("layers", layers, "pooling", pooling);
    verify(Files.createDirectory(folder.resolve("test")));
  }
}
