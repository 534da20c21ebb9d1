// SPDX-License-Identifier: MIT
package org.patchwork.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is built is also shipped: every bundle stands in exactly one feature. */
class FeatureTest {
  private static final Pattern PLUGIN =
      Pattern.compile("<plugin\\s+id=\"(org\\.patchwork\\.[^\"]+)\"");
  private static final Pattern NATIVES =
      Pattern.compile("^requires\\.\\d+\\.name = (.*)$", Pattern.MULTILINE);

  @Test
  void everyBundleStandsInOneFeature() throws Exception {
    List<String> shipped = new ArrayList<>();
    for (String feature : List.of("core", "workbench", "platform")) {
      shipped.addAll(find(PLUGIN, "org.patchwork." + feature + ".feature/feature.xml"));
    }
    List<String> bundles =
        BundleProject.all().stream().filter(b -> !b.isFragment()).map(b -> b.name()).toList();
    assertEquals(bundles, shipped.stream().sorted().toList());
  }

  @Test
  void theCoreFeatureRequiresTheNativesOfEveryPlatform() throws Exception {
    Set<String> fragments = new TreeSet<>();
    BundleProject.all().stream().filter(b -> b.isFragment()).forEach(b -> fragments.add(b.name()));
    assertEquals(fragments, new TreeSet<>(find(NATIVES, "org.patchwork.core.feature/p2.inf")));
  }

  private static List<String> find(Pattern pattern, String file) throws Exception {
    Matcher matcher =
        pattern.matcher(Files.readString(BundleProject.root().resolve("features").resolve(file)));
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1).trim());
    }
    return found;
  }
}
