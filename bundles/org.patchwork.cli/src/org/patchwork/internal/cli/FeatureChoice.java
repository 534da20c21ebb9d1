// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.AlgorithmChoice;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.CommandContext;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.Npy;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImageSource;
import org.patchwork.learn.Algorithms;
import org.patchwork.training.ExtractionListener;
import org.patchwork.training.FeatureRequest;
import org.patchwork.training.FeatureService;

/** The option {@code --features}: which features, and how to get them. */
public final class FeatureChoice {
  private static final String DIRECTORY = "directory";
  private static final String FILE = "file";

  private final CommandContext context;
  private final AlgorithmChoice choice;

  /** Reads the choice made. */
  public FeatureChoice(CommandContext context, AlgorithmChoice choice) {
    this.context = context;
    this.choice = choice;
  }

  /** The option. */
  public static AlgorithmOption option() {
    return new AlgorithmOption(
        "features",
        "How features are made from images.",
        "kmeans",
        Algorithms::featureExtractors,
        Map.of("savedmodel", DIRECTORY, "multiscale", DIRECTORY, FeatureSetInfo.NPY, FILE));
  }

  /** True if the features were computed elsewhere. */
  public boolean isNpy() {
    return choice.id().equals(FeatureSetInfo.NPY);
  }

  /** A name for a folder: what the features are called, and a checksum of their parameters. */
  public String folderName() {
    CRC32C checksum = new CRC32C();
    checksum.update(
        new java.util.TreeMap<>(parameters()).toString().getBytes(StandardCharsets.UTF_8));
    String shortId = choice.id().substring(choice.id().lastIndexOf('.') + 1);
    return String.format("%s-%08x", shortId, checksum.getValue());
  }

  /** Makes the features in this folder, or what is missing of them. */
  public FeatureSetInfo make(ImageSource images, Path folder, long seed, IProgressMonitor monitor)
      throws PatchworkException {
    FeatureService service = new FeatureService(context.algorithms());
    if (isNpy()) {
      return service.copyNpy(
          Path.of(String.valueOf(parameters().get(FILE))), images, folder, monitor);
    }
    FeatureRequest request = new FeatureRequest(choice.id(), parameters(), seed);
    return service.extract(request, images, folder, ExtractionListener.NONE, monitor);
  }

  /**
   * The features of images outside a project.
   *
   * @param cache folder in which they are made, or found if they were made there before
   */
  public FeatureMatrix open(ImageSource images, Path cache, IProgressMonitor monitor)
      throws PatchworkException {
    Path folder = cache.resolve("features").resolve(folderName());
    make(images, folder, 0, monitor);
    return Npy.open(folder.resolve(FeatureSetInfo.FEATURES));
  }

  /** The parameters, paths taken from where the user stands. */
  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>(choice.parameters());
    for (String key : new String[] {DIRECTORY, FILE}) {
      parameters.computeIfPresent(
          key, (k, value) -> context.path(String.valueOf(value)).toString());
    }
    return parameters;
  }
}
