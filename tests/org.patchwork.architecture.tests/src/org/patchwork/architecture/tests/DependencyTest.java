// SPDX-License-Identifier: MIT
package org.patchwork.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.ManifestElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.BundleException;

/** Dependencies run downwards only, as drawn in ARCHITECTURE.md. */
class DependencyTest {
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?([\\w.]+?)(?:\\.\\*)?;", Pattern.MULTILINE);

  private final Rules arrows;
  private final Rules libraries;

  DependencyTest() throws IOException {
    arrows = Rules.read("bundles.properties");
    libraries = Rules.read("libraries.properties");
  }

  static List<BundleProject> bundles() throws IOException, BundleException {
    return BundleProject.all().stream().filter(b -> !b.isFragment()).toList();
  }

  @Test
  void thePictureNamesEveryBundleAndNoOther() throws Exception {
    Set<String> built = new TreeSet<>();
    bundles().forEach(b -> built.add(b.shortName()));
    assertEquals(new TreeSet<>(arrows.allowed().keySet()), built);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void requiresOnlyWhatIsDrawn(BundleProject bundle) throws Exception {
    for (String required : bundle.names("Require-Bundle")) {
      if (required.startsWith("org.patchwork.")) {
        assertTrue(
            arrows.allowed().get(bundle.shortName()).contains(BundleProject.shorten(required)),
            () -> bundle + " requires " + required + ", an arrow that is not drawn");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void importsNoPackageOfOurOwn(BundleProject bundle) throws Exception {
    for (String imported : bundle.names("Import-Package")) {
      assertFalse(
          imported.startsWith("org.patchwork."),
          () -> bundle + " imports " + imported + ": our own bundles are required, not imported");
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void namesOnlyLibrariesThatAreItsBusiness(BundleProject bundle) throws Exception {
    List<String> named = new ArrayList<>(bundle.names("Require-Bundle"));
    named.addAll(named.stream().map("bundle/"::concat).toList());
    named.addAll(bundle.names("Import-Package"));
    named.addAll(bundle.names("DynamicImport-Package"));
    for (String name : named) {
      assertTrue(
          libraries.permits(bundle.shortName(), name),
          () -> "the manifest of " + bundle + " names " + name);
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void sourcesNameOnlyLibrariesThatAreTheirBusiness(BundleProject bundle) throws Exception {
    for (Path source : bundle.sources()) {
      for (String imported : imports(source)) {
        assertTrue(
            libraries.permits(bundle.shortName(), imported),
            () -> BundleProject.root().relativize(source) + " imports " + imported);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void requirementsHaveRanges(BundleProject bundle) throws Exception {
    for (ManifestElement required : bundle.elements("Require-Bundle")) {
      String range = required.getAttribute("bundle-version");
      assertTrue(
          range != null && range.startsWith("[") && range.endsWith(")"),
          () -> bundle + " requires " + required.getValue() + " without a range of versions");
    }
  }

  private static List<String> imports(Path source) throws IOException {
    Matcher matcher = IMPORT.matcher(Files.readString(source));
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
