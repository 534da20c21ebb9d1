// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The key bindings of plugin.xml, to type by them where no workbench runs. */
final class KeyBindings {
  private final Document document;

  private KeyBindings(Document document) {
    this.document = document;
  }

  static KeyBindings read() {
    Path file = Path.of("..", "..", "bundles", "org.patchwork.ui.labeling", "plugin.xml");
    try (InputStream in = Files.newInputStream(file)) {
      return new KeyBindings(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError("plugin.xml cannot be read", e);
    }
  }

  /** Types a key sequence as plugin.xml writes it, for example {@code SHIFT+1}. */
  void type(String sequence, LabelActions actions, LabelingPanel panel) {
    for (Element key : elements("key")) {
      if (key.getAttribute("sequence").equals(sequence)) {
        run(key, actions, panel);
        return;
      }
    }
    throw new AssertionError("No command is bound to " + sequence);
  }

  /** Types a key sequence in quick tag or question mode. */
  void type(String sequence, ModeActions mode) {
    for (Element key : elements("key")) {
      if (key.getAttribute("sequence").equals(sequence)
          && key.getAttribute("contextId").equals(ModeCommand.CONTEXT)) {
        PluginCommand.find(ModeCommand.class, key.getAttribute("commandId"))
            .orElseThrow()
            .run(mode, parameter(key));
        return;
      }
    }
    throw new AssertionError("No command of the modes is bound to " + sequence);
  }

  private static void run(Element key, LabelActions actions, LabelingPanel panel) {
    String id = key.getAttribute("commandId");
    PluginCommand.find(LabelCommand.class, id)
        .ifPresentOrElse(
            command -> command.run(actions, parameter(key)),
            () -> PluginCommand.find(GridCommand.class, id).orElseThrow().run(panel));
  }

  static String parameter(Element key) {
    NodeList parameters = key.getElementsByTagName("parameter");
    return parameters.getLength() == 0
        ? null
        : ((Element) parameters.item(0)).getAttribute("value");
  }

  List<Element> elements(String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
