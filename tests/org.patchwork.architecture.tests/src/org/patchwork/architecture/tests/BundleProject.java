// SPDX-License-Identifier: MIT
package org.patchwork.architecture.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;

/**
 * A folder below {@code bundles} as the rules see it.
 *
 * @param folder the folder of the project
 * @param headers the headers of its {@code MANIFEST.MF}
 */
record BundleProject(Path folder, Map<String, String> headers) {
  private static final String PREFIX = "org.patchwork.";
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

  /** The clone that this test belongs to. */
  static Path root() {
    return ROOT;
  }

  /** Every bundle of ours, fragments with natives included, by name. */
  static List<BundleProject> all() throws IOException, BundleException {
    return in("bundles");
  }

  /** Every project in {@code bundles} or {@code tests} that has a manifest, by name. */
  static List<BundleProject> in(String parent) throws IOException, BundleException {
    try (Stream<Path> folders = Files.list(ROOT.resolve(parent))) {
      List<Path> sorted =
          folders.filter(f -> Files.exists(f.resolve("META-INF/MANIFEST.MF"))).sorted().toList();
      BundleProject[] projects = new BundleProject[sorted.size()];
      for (int i = 0; i < projects.length; i++) {
        projects[i] = read(sorted.get(i));
      }
      return List.of(projects);
    }
  }

  private static BundleProject read(Path folder) throws IOException, BundleException {
    try (InputStream manifest = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
      return new BundleProject(
          folder, ManifestElement.parseBundleManifest(manifest, new TreeMap<>()));
    }
  }

  /** The name of the folder, which is the symbolic name. */
  String name() {
    return folder.getFileName().toString();
  }

  /** The name as the rules and the picture write it. */
  String shortName() {
    return shorten(name());
  }

  static String shorten(String name) {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }

  boolean isFragment() {
    return headers.containsKey("Fragment-Host");
  }

  /** The elements of a header, none when it is missing. */
  List<ManifestElement> elements(String header) throws BundleException {
    ManifestElement[] elements = ManifestElement.parseHeader(header, headers.get(header));
    return elements == null ? List.of() : Arrays.asList(elements);
  }

  /** The first values of the elements of a header: bundle or package names. */
  List<String> names(String header) throws BundleException {
    return elements(header).stream().flatMap(e -> Stream.of(e.getValueComponents())).toList();
  }

  /** Our own sources, without generated ones. */
  List<Path> sources() throws IOException {
    Path source = folder.resolve("src");
    if (!Files.isDirectory(source)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(source)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
