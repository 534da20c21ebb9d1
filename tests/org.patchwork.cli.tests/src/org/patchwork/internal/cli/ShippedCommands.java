// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.patchwork.cli.Command;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The commands that the plugin.xml of this bundle contributes. */
final class ShippedCommands {
  static final Path BUNDLE = Path.of("..", "..", "bundles", "org.patchwork.cli");

  private ShippedCommands() {}

  /** The entries, in the order of the file. */
  static List<Element> entries() {
    try {
      NodeList commands =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(BUNDLE.resolve("plugin.xml").toFile())
              .getElementsByTagName("command");
      List<Element> entries = new ArrayList<>();
      for (int i = 0; i < commands.getLength(); i++) {
        entries.add((Element) commands.item(i));
      }
      return entries;
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("plugin.xml cannot be read", e);
    }
  }

  /** The command of an entry. */
  static Command<?> instance(Element entry) {
    try {
      return (Command<?>)
          Class.forName(entry.getAttribute("class")).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(entry.getAttribute("id"), e);
    }
  }

  /** All of them by id. */
  static Map<String, Command<?>> all() {
    Map<String, Command<?>> all = new LinkedHashMap<>();
    entries().forEach(entry -> all.put(entry.getAttribute("id"), instance(entry)));
    return all;
  }
}
