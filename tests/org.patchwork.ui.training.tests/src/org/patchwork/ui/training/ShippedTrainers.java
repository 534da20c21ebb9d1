// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.patchwork.core.Contribution;
import org.patchwork.learn.encoder.Trainer;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The trainers that stand in the {@code plugin.xml} of the product. */
final class ShippedTrainers {
  private static final Path BUNDLE = Path.of("..", "..", "bundles", "org.patchwork.pretraining");

  private ShippedTrainers() {}

  static List<Contribution<Trainer<?>>> all() throws Exception {
    Properties texts = new Properties();
    try (InputStream in = Files.newInputStream(BUNDLE.resolve("plugin.properties"))) {
      texts.load(in);
    }
    NodeList elements =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(BUNDLE.resolve("plugin.xml").toFile())
            .getElementsByTagName("trainer");
    List<Contribution<Trainer<?>>> trainers = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      trainers.add(trainer((Element) elements.item(i), texts));
    }
    return trainers;
  }

  private static Contribution<Trainer<?>> trainer(Element element, Properties texts)
      throws ReflectiveOperationException {
    Trainer<?> instance =
        (Trainer<?>)
            Class.forName(element.getAttribute("class")).getDeclaredConstructor().newInstance();
    return new Contribution<>(
        element.getAttribute("id"),
        text(element.getAttribute("name"), texts),
        text(element.getAttribute("description"), texts),
        element.getAttribute("paper"),
        "org.patchwork.pretraining",
        instance);
  }

  private static String text(String attribute, Properties texts) {
    return attribute.startsWith("%") ? texts.getProperty(attribute.substring(1)) : attribute;
  }
}
