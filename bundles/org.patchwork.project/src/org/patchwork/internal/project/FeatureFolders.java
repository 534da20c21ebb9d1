// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Npy;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.FeatureSet;

/** The folder {@code features} of a project. */
public final class FeatureFolders {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private volatile List<FeatureSet> all = List.of();
  private volatile FeatureSet active;

  FeatureFolders(Path projectFolder) {
    this.folder = projectFolder.resolve("features");
  }

  public FeatureSet active() {
    return active;
  }

  public List<FeatureSet> all() {
    return all;
  }

  /** Looks at the folder again and makes the set with this id the active one; none if it is not there. */
  void load(String activeId) throws ProjectFormatException {
    List<FeatureSet> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        for (Path entry : entries.sorted().toList()) {
          if (Files.isRegularFile(entry.resolve("feature-set.json"))) {
            found.add(read(entry));
          }
        }
      } catch (IOException e) {
        throw new ProjectFormatException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
      }
    }
    all = List.copyOf(found);
    active = found.stream().filter(set -> set.id().equals(activeId)).findFirst().orElse(null);
  }

  private static FeatureSet read(Path folder) throws ProjectFormatException {
    Path file = folder.resolve("feature-set.json");
    try {
      JsonNode json = JSON.readTree(file.toFile());
      Map<String, Object> parameters =
          JSON.convertValue(json.path("parameters"), new TypeReference<LinkedHashMap<String, Object>>() {});
      List<Integer> shape = new ArrayList<>();
      json.path("shape").forEach(size -> shape.add(size.asInt()));
      return new FeatureSet(
          folder.getFileName().toString(),
          json.path("typeId").asText(),
          parameters == null ? Map.of() : parameters,
          folder,
          shape,
          json.path("rows").asInt());
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The file " + file + " is damaged: " + e.getMessage() + " Delete its folder and extract the features again.",
          e);
    }
  }

  /** The folder of a set, made if needed. */
  public Path newFolder(String id) throws ProjectFormatException {
    Path result = folder.resolve(id);
    try {
      return Files.createDirectories(result);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The folder " + result + " cannot be made: " + e.getMessage() + ". Check free space and access rights.", e);
    }
  }

  FeatureSet importArray(Path file, String id, LabelTable labels, IProgressMonitor monitor)
      throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, "Importing features", 100);
    int[] shape;
    try (FeatureMatrix matrix = Npy.open(file)) {
      if (matrix.rows() != labels.rows()) {
        throw new ProjectFormatException(
            "The array in " + file + " has " + matrix.rows() + " rows, but the project has " + labels.rows()
                + " images. Give it one row per image, in the order of the exported labels.csv.");
      }
      Npy.requireFinite(matrix, file.toString(), progress.split(80));
      shape = matrix.shape();
    }
    Path target = newFolder(id);
    try {
      Files.copy(file, target.resolve("features.npy"), StandardCopyOption.REPLACE_EXISTING);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("format", 1);
      json.put("id", id);
      json.put("typeId", "npy");
      json.put("parameters", Map.of("file", file.toString()));
      json.put("shape", shape);
      json.put("rows", labels.rows());
      AtomicFile.write(
          target.resolve("feature-set.json"), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The features cannot be copied to " + target + ": " + e.getMessage() + ". Make room and try again.", e);
    }
    load(active == null ? id : active.id());
    return all.stream().filter(set -> set.id().equals(id)).findFirst().orElseThrow();
  }
}
