// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.SavedModelSettings;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.conformance.FeatureExtractorConformance;

class SavedModelExtractorConformanceTest extends FeatureExtractorConformance<SavedModelParameters> {
  private final TensorFlowEngine engine = new TensorFlowEngine();
  @TempDir Path folder;

  @BeforeEach
  void writeModel() throws TrainingException {
    ModelBuild build =
        new ModelBuild(
            new int[] {9, 8, 3},
            5,
            (n, x) -> n.sigmoid(n.dense("b", n.mean(n.conv("a", x, 6, 3), false, 1, 2), 5)),
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
  protected FeatureExtractorType<SavedModelParameters> algorithm() {
    return new SavedModelExtractor();
  }

  @Override
  protected SavedModelParameters parameters() {
    String model = folder.resolve("model").toString();
    return new SavedModelParameters(model, new SavedModelSettings(), new InputSize(), 0);
  }

  @Override
  protected Engine engine() {
    return engine;
  }

  @Test
  void conforms() throws PatchworkException, IOException {
    verify(Files.createDirectory(folder.resolve("test")));
  }
}
