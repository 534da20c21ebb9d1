// SPDX-License-Identifier: MIT
package org.patchwork.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.BundleException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Every extension point of ours is described, and every class that a {@code plugin.xml} names
 * exists.
 */
class ExtensionPointTest {

  static List<BundleProject> contributors() throws IOException, BundleException {
    return BundleProject.all().stream()
        .filter(b -> Files.exists(b.folder().resolve("plugin.xml")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("contributors")
  void extensionPointsAreDescribed(BundleProject bundle) throws Exception {
    for (Element point : elements(bundle, "extension-point")) {
      Path schema = bundle.folder().resolve(point.getAttribute("schema"));
      assertTrue(
          schema.toString().endsWith(".exsd") && Files.exists(schema),
          () -> bundle + ": the extension point " + point.getAttribute("id") + " has no schema");
      String text = Files.readString(schema);
      assertFalse(text.contains("[Enter"), () -> schema + " still holds the text of the wizard");
      for (String section : List.of("since", "examples", "apiinfo", "implementation")) {
        assertTrue(
            text.contains("<meta.section type=\"" + section + "\"/>"),
            () -> schema + " has no section " + section);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("contributors")
  void classesThatAreNamedExist(BundleProject bundle) throws Exception {
    for (Element element : elements(bundle, "*")) {
      for (String attribute : List.of("class", "defaultHandler")) {
        String named = element.getAttribute(attribute).split(":")[0];
        if (named.startsWith("org.patchwork.")) {
          assertTrue(
              sourceExists(bundle, named),
              () -> bundle + "/plugin.xml names " + named + ", which does not exist");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("contributors")
  void aBundleWithExtensionsIsASingleton(BundleProject bundle) throws Exception {
    assertEquals(
        "true",
        bundle.elements("Bundle-SymbolicName").getFirst().getDirective("singleton"),
        () -> bundle + " has a plugin.xml, which the registry ignores unless it is a singleton");
  }

  private static boolean sourceExists(BundleProject bundle, String className) {
    String outer = className.replaceFirst("\\$.*", "").replace('.', '/') + ".java";
    return Files.exists(bundle.folder().resolve("src").resolve(outer))
        || Files.exists(bundle.folder().resolve("src-gen").resolve(outer));
  }

  private static List<Element> elements(BundleProject bundle, String tag) throws Exception {
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(bundle.folder().resolve("plugin.xml").toFile())
            .getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
