// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchwork.core.Algorithm;
import org.patchwork.core.ParameterSchema;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.Loss;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.SemiSupervised;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code plugin.xml} offers is there, is described, and fits together. */
class ContributionsTest {
  private static final Path BUNDLE = Path.of("../../bundles/org.patchwork.learn.algorithms");
  private static final Map<String, Class<?>> CONTRACTS =
      Map.of(
          "sampler", Sampler.class,
          "loss", Loss.class,
          "fineTuningModel", FineTuningModel.class,
          "outputModel", OutputModel.class,
          "featureExtractor", FeatureExtractorType.class,
          "semiSupervised", SemiSupervised.class);

  private static Document plugin;
  private static final Properties TEXTS = new Properties();

  @BeforeAll
  static void read() throws Exception {
    plugin =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(BUNDLE.resolve("plugin.xml").toFile());
    try (Reader reader = Files.newBufferedReader(BUNDLE.resolve("plugin.properties"))) {
      TEXTS.load(reader);
    }
  }

  @Test
  void everyContributionIsDescribedAndKeepsItsContract() throws Exception {
    Set<String> used = new HashSet<>();
    for (String kind : CONTRACTS.keySet()) {
      for (Element element : elements(kind)) {
        assertInstanceOf(CONTRACTS.get(kind), instance(element));
        for (String attribute : List.of("name", "description")) {
          String key = element.getAttribute(attribute).substring(1);
          assertTrue(!TEXTS.getProperty(key, "").isBlank(), key + " has no text");
          used.add(key);
        }
        String description = TEXTS.getProperty(element.getAttribute("description").substring(1));
        assertTrue(description.endsWith("."), description + " is no sentence");
      }
    }
    assertEquals(TEXTS.stringPropertyNames(), used);
  }

  @Test
  void everyPublicAlgorithmIsContributed() throws Exception {
    Set<String> contributed = new HashSet<>();
    for (String kind : CONTRACTS.keySet()) {
      elements(kind).forEach(element -> contributed.add(element.getAttribute("class")));
    }
    Path sources = BUNDLE.resolve("src/org/patchwork/learn/algorithms");
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.filter(f -> !f.endsWith("package-info.java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        Class<?> type = Class.forName("org.patchwork.learn.algorithms." + name);
        boolean offered =
            Algorithm.class.isAssignableFrom(type)
                && !java.lang.reflect.Modifier.isAbstract(type.getModifiers());
        assertEquals(offered, contributed.contains(type.getName()), name);
      }
    }
  }

  @Test
  void outputModelsNameLossesThatAreThere() throws Exception {
    Set<String> losses = new HashSet<>();
    elements("loss").forEach(element -> losses.add(element.getAttribute("id")));
    for (Element element : elements("outputModel")) {
      OutputModel<?> model = (OutputModel<?>) instance(element);
      assertTrue(losses.contains(model.lossId()), model.lossId());
    }
  }

  @Test
  void everyParameterHasLabelAndHelp() throws Exception {
    for (String kind : CONTRACTS.keySet()) {
      for (Element element : elements(kind)) {
        ParameterSchema.of(((Algorithm<?>) instance(element)).parameterType())
            .parameters()
            .forEach(
                parameter ->
                    assertTrue(
                        parameter.param().label().matches("[A-Z].*[^:.]")
                            && parameter.param().help().endsWith("."),
                        element.getAttribute("id") + " " + parameter.name()));
      }
    }
  }

  private static Object instance(Element element) throws Exception {
    return Class.forName(element.getAttribute("class")).getConstructor().newInstance();
  }

  private static List<Element> elements(String kind) {
    NodeList nodes = plugin.getElementsByTagName(kind);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
