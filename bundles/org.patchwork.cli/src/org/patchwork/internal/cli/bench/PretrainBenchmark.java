// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImageReference;
import org.patchwork.image.ImageSource;
import org.patchwork.image.ReferenceImages;
import org.patchwork.pretraining.PretrainingBenchmark;

/** Steps of pre-training, with and without input, beside those of another program. */
public final class PretrainBenchmark implements Benchmark {
  private static final PretrainingBenchmark.Extent EXTENT = new PretrainingBenchmark.Extent(7, 25);

  @Override
  public String name() {
    return "pretrain";
  }

  @Override
  public String what() {
    return "Steps of SimCLR a second: four stages, 64 pairs of 64×64, from JPEG files and from a"
        + " ready batch.";
  }

  @Override
  public Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      Path images = request.images();
      if (images == null) {
        images = folder.path();
        GeneratedPhotographs.write(images, monitor);
      }
      List<Path> files = files(images);
      ImageSource source =
          ReferenceImages.of(
              request.context().images(), files.stream().map(ImageReference::of).toList());
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("files", files.size());
      PretrainingBenchmark benchmark = new PretrainingBenchmark(request.context().algorithms());
      if (request.peer().isBlank()) {
        figures.putAll(benchmark.run(source, EXTENT, Optional.empty(), monitor));
      } else {
        try (PeerProcess peer = PeerProcess.start(request.peer(), images)) {
          figures.putAll(benchmark.run(source, EXTENT, Optional.of(peer), monitor));
          figures.put("peer", peer.name());
        }
      }
      return figures;
    } catch (IOException e) {
      throw new PatchworkException("The benchmark cannot go on: " + e.getMessage() + ".", e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
      if (found.isEmpty()) {
        throw new IOException("there is no .jpg file in " + folder);
      }
      return found;
    }
  }
}
