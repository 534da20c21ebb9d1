// SPDX-License-Identifier: MIT
package org.patchwork.architecture.tests;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of the folder {@code rules}: names, and for each the short names of the bundles it is
 * about.
 */
record Rules(Map<String, Set<String>> allowed) {

  static Rules read(String file) throws IOException {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("rules", file))) {
      lines.load(reader);
    }
    return new Rules(
        lines.stringPropertyNames().stream()
            .collect(
                Collectors.toMap(
                    n -> n, n -> words(lines.getProperty(n)), (a, b) -> a, TreeMap::new)));
  }

  private static Set<String> words(String line) {
    return Stream.of(line.trim().split("\\s+"))
        .filter(w -> !w.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether the bundle may name this package, class or bundle, by the longest rule that covers the
   * name.
   */
  boolean permits(String bundle, String name) {
    for (String part = name; !part.isEmpty(); part = parent(part)) {
      Set<String> bundles = allowed.get(part);
      if (bundles != null) {
        return bundles.contains(bundle);
      }
    }
    return true;
  }

  private static String parent(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }
}
