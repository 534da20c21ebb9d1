// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.SourceImages;
import org.patchwork.training.ExtractionProgress;
import org.patchwork.training.FeatureRequest;
import org.patchwork.training.FeatureService;

/** K-means patch features of the 2,000 sample images. */
public final class FeatureBenchmark implements Benchmark {
  @Override
  public String name() {
    return "features";
  }

  @Override
  public String what() {
    return "k-means patch features of the 2,000 sample images: learning the dictionary, then"
        + " extraction.";
  }

  @Override
  public Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      SourceImages source =
          SourceImages.sample(folder.path().resolve("images"), request.context().images(), null);
      ExtractionProgress[] last = new ExtractionProgress[1];
      Path features = folder.path().resolve("features");
      long start = System.nanoTime();
      new FeatureService(request.context().algorithms())
          .extract(
              new FeatureRequest("kmeans", Map.of(), 0),
              source.images(),
              features,
              progress -> last[0] = progress,
              SubMonitor.convert(monitor));
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("totalSeconds", (System.nanoTime() - start) * 1e-9);
      figures.put("imagesPerSecond", last[0].imagesPerSecond());
      return figures;
    } catch (IOException e) {
      throw new PatchworkException("The benchmark cannot write: " + e.getMessage() + ".", e);
    }
  }
}
