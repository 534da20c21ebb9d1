// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The commands and keys of plugin.xml are those the code knows, and each key means one thing. */
class PluginXmlTest {
  private final KeyBindings bindings = KeyBindings.read();

  @Test
  void everyCommandOfTheCodeIsDeclaredWithNameAndDescriptionAndHasAKey() {
    Set<String> expected = new TreeSet<>();
    for (LabelCommand command : LabelCommand.values()) {
      expected.add(command.id());
    }
    for (GridCommand command : GridCommand.values()) {
      expected.add(command.id());
    }
    for (ModeCommand command : ModeCommand.values()) {
      expected.add(command.id());
    }
    Set<String> withKey = Set.copyOf(expected);
    for (ClassCommand command : ClassCommand.values()) {
      expected.add(command.id());
    }
    Set<String> declared = new TreeSet<>();
    for (Element command : bindings.elements("command")) {
      if (command.hasAttribute("commandId")) {
        String id = command.getAttribute("commandId");
        assertTrue(
            expected.contains(id) || id.startsWith("org.eclipse."),
            "menu: " + command.getAttribute("label"));
        continue;
      }
      declared.add(command.getAttribute("id"));
      assertFalse(command.getAttribute("name").isBlank());
      assertFalse(command.getAttribute("description").isBlank());
    }
    assertEquals(expected, declared);
    Set<String> bound = new HashSet<>();
    bindings.elements("key").forEach(key -> bound.add(key.getAttribute("commandId")));
    assertTrue(bound.containsAll(withKey), "without a key: " + missing(withKey, bound));
  }

  @Test
  void handlersKnowTheCommandsTheyAreDeclaredFor() {
    for (Element handler : bindings.elements("handler")) {
      String id = handler.getAttribute("commandId");
      String type = handler.getAttribute("class");
      if (type.endsWith("LabelHandler")) {
        assertTrue(PluginCommand.find(LabelCommand.class, id).isPresent(), id);
      } else if (type.endsWith("ClassHandler")) {
        assertTrue(PluginCommand.find(ClassCommand.class, id).isPresent(), id);
      } else if (type.endsWith("GridHandler")) {
        assertTrue(PluginCommand.find(GridCommand.class, id).isPresent(), id);
      } else if (type.endsWith("ModeHandler")) {
        assertTrue(PluginCommand.find(ModeCommand.class, id).isPresent(), id);
      } else {
        assertTrue(id.startsWith("org.eclipse.ui.edit."), id);
      }
    }
  }

  @Test
  void noSequenceIsBoundTwiceAndEveryClassKeyIsBound() {
    Set<String> sequences = new HashSet<>();
    Set<String> present = new TreeSet<>();
    Set<String> pressed = new TreeSet<>();
    for (Element key : bindings.elements("key")) {
      String sequence = key.getAttribute("sequence");
      assertTrue(sequences.add(key.getAttribute("contextId") + " " + sequence), sequence);
      if (key.getAttribute("commandId").equals(LabelCommand.PRESENT.id())) {
        present.add(KeyBindings.parameter(key));
      } else if (key.getAttribute("commandId").equals(ModeCommand.PRESS.id())) {
        pressed.add(KeyBindings.parameter(key));
      }
    }
    assertEquals(new TreeSet<>(Set.of(ClassStyle.KEYS.split(""))), present);
    assertEquals(present, pressed);
  }

  @Test
  void labellingKeysBelongToTheirOwnContext() {
    for (Element key : bindings.elements("key")) {
      String command = key.getAttribute("commandId");
      if (command.startsWith("org.patchwork.")) {
        assertEquals(
            PluginCommand.find(ModeCommand.class, command).isEmpty()
                ? LabelingKeys.CONTEXT
                : ModeCommand.CONTEXT,
            key.getAttribute("contextId"),
            key.getAttribute("sequence"));
      }
    }
  }

  private static Set<String> missing(Set<String> expected, Set<String> found) {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    return missing;
  }
}
