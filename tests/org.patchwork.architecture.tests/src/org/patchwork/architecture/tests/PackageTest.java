// SPDX-License-Identifier: MIT
package org.patchwork.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.BundleException;

/** What packages are called, which of them others see, and what each file says about itself. */
class PackageTest {
  private static final String LICENCE = "// SPDX-License-Identifier: MIT";
  private static final Set<String> SAYS_NOTHING =
      Set.of("util", "utils", "common", "impl", "manager", "helper", "helpers", "misc");

  static List<BundleProject> bundles() throws IOException, BundleException {
    return BundleProject.all();
  }

  static List<BundleProject> bundlesAndTests() throws IOException, BundleException {
    return Stream.concat(BundleProject.all().stream(), BundleProject.in("tests").stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void exportsApiPackagesOnly(BundleProject bundle) throws Exception {
    for (String exported : bundle.names("Export-Package")) {
      assertTrue(
          exported.startsWith(bundle.name()),
          () -> bundle + " exports " + exported + ", which is not named after it");
      assertFalse(
          exported.contains(".internal"), () -> bundle + " exports the internal " + exported);
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void packagesBelongToTheirBundle(BundleProject bundle) throws Exception {
    String internal = bundle.name().replaceFirst("^org\\.patchwork\\.", "org.patchwork.internal.");
    for (String name : packages(bundle)) {
      assertTrue(
          below(bundle.name(), name) || below(internal, name),
          () -> bundle + " holds the package " + name + "; it should start with " + bundle.name());
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void packageNamesSayWhatIsInside(BundleProject bundle) throws Exception {
    for (String name : packages(bundle)) {
      assertTrue(
          Arrays.stream(name.split("\\.")).noneMatch(SAYS_NOTHING::contains),
          () -> name + " in " + bundle + " has a name that says nothing");
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyPackageIsExplained(BundleProject bundle) throws Exception {
    for (Path source : bundle.sources()) {
      Path explained = source.resolveSibling("package-info.java");
      assertTrue(
          Files.exists(explained),
          () -> BundleProject.root().relativize(explained) + " is missing: what is it for?");
    }
  }

  @ParameterizedTest
  @MethodSource("bundlesAndTests")
  void everyFileNamesItsLicenceOnce(BundleProject bundle) throws Exception {
    for (Path source : bundle.sources()) {
      List<String> lines = Files.readAllLines(source);
      assertEquals(
          LICENCE, lines.isEmpty() ? "" : lines.getFirst(), () -> "first line of " + source);
      assertEquals(
          1, lines.stream().filter(LICENCE::equals).count(), () -> "licence lines in " + source);
    }
  }

  private static Set<String> packages(BundleProject bundle) throws IOException {
    Set<String> names = new TreeSet<>();
    Path root = bundle.folder().resolve("src");
    for (Path source : bundle.sources()) {
      names.add(
          root.relativize(source.getParent()).toString().replace('/', '.').replace('\\', '.'));
    }
    return names;
  }

  private static boolean below(String parent, String name) {
    return name.equals(parent) || name.startsWith(parent + ".");
  }
}
