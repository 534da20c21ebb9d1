// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.Category;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.CommandManager;
import org.eclipse.core.commands.IParameter;
import org.eclipse.core.commands.IParameterValues;
import org.eclipse.core.commands.Parameterization;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.keys.KeyBinding;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The overlay of keys says what the Keys page says, also after the user has changed it. */
class KeySheetTest {
  private static final String SCHEME = "org.eclipse.ui.defaultAcceleratorConfiguration";
  private static final String ACTIVE = "of.the.product"; // inherits from SCHEME

  private final CommandManager commands = new CommandManager();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<Binding> bindings = new ArrayList<>();

  KeySheetTest() throws ParseException {
    KeyBindings shipped = KeyBindings.read();
    for (Element command : shipped.elements("command")) {
      if (command.hasAttribute("id")) {
        names.put(command.getAttribute("id"), command.getAttribute("name"));
      }
    }
    for (Element key : shipped.elements("key")) {
      if (key.getAttribute("contextId").equals(ModeCommand.CONTEXT)) {
        continue; // means something else in another view
      }
      bindings.add(
          binding(
              key.getAttribute("sequence"),
              parameterized(key.getAttribute("commandId"), KeyBindings.parameter(key)),
              Binding.SYSTEM));
    }
  }

  @Test
  void everyCommandWithAKeyIsOnTheSheet() {
    KeySheet sheet = sheet();
    List<String> meanings =
        sheet.sections().stream()
            .flatMap(section -> section.lines().stream())
            .map(KeySheet.Line::meaning)
            .toList();
    for (Binding binding : bindings) {
      String id = binding.getParameterizedCommand().getId();
      boolean ofClass = id.endsWith(".present") || id.endsWith(".absent"); // on lines of their own
      assertTrue(ofClass || !names.containsKey(id) || meanings.contains(names.get(id)), id);
    }
    assertEquals("1", keysOf("cat"));
    assertEquals("P", keysOf("Previous page"));
  }

  @Test
  void changesOfTheUserAreShown() throws ParseException {
    bindings.add(binding("P", null, Binding.USER));
    ParameterizedCommand previous = parameterized("org.patchwork.commands.previousPage", null);
    bindings.add(binding("F7", previous, Binding.USER));
    assertEquals("F7", keysOf("Previous page"));
  }

  @Test
  void aBindingOfTheActiveSchemeReplacesTheInheritedOne() throws ParseException {
    ParameterizedCommand sample = parameterized("org.patchwork.commands.sample", null);
    bindings.add(
        new KeyBinding(
            KeySequence.getInstance("P"),
            sample,
            ACTIVE,
            LabelingKeys.CONTEXT,
            null,
            null,
            null,
            Binding.SYSTEM));
    assertEquals("", keysOf("Previous page"));
    assertTrue(keysOf("Sample").contains("P"), keysOf("Sample"));
  }

  @Test
  void commandOfWhichTheUserTookTheKeyIsNotOnTheSheet() throws ParseException {
    bindings.add(binding("S", null, Binding.USER));
    assertFalse(sheet().toString().contains("meaning=Sample]"), sheet().toString());
  }

  @Test
  void keysOfTheNumericPadAreNotListedTwice() {
    assertFalse(
        sheet().toString().toLowerCase(java.util.Locale.ROOT).contains("numpad"),
        sheet().toString());
  }

  private String keysOf(String meaning) {
    return sheet().sections().stream()
        .flatMap(section -> section.lines().stream())
        .filter(line -> line.meaning().equals(meaning))
        .map(KeySheet.Line::keys)
        .findFirst()
        .orElse("");
  }

  private KeySheet sheet() {
    BoundKeys bound = new BoundKeys(bindings.toArray(Binding[]::new), List.of(ACTIVE, SCHEME));
    ClassStyle cat = new ClassStyle("c1", "cat", "", new RGB(0, 0, 0), '1');
    return KeySheet.of(new KeySheet.Source(bound, names), List.of(cat));
  }

  private static Binding binding(String keys, ParameterizedCommand command, int type)
      throws ParseException {
    KeySequence sequence = KeySequence.getInstance(keys);
    return new KeyBinding(sequence, command, SCHEME, LabelingKeys.CONTEXT, null, null, null, type);
  }

  private ParameterizedCommand parameterized(String id, String key) {
    Command command = commands.getCommand(id);
    Category category = commands.getCategory("labelling");
    category.define("Labelling", null);
    IParameter parameter = new KeyParameter();
    command.define(id, null, category, key == null ? null : new IParameter[] {parameter});
    return new ParameterizedCommand(
        command,
        key == null ? null : new Parameterization[] {new Parameterization(parameter, key)});
  }

  /** The parameter of the labelling commands. */
  private record KeyParameter() implements IParameter {
    @Override
    public String getId() {
      return LabelCommand.KEY;
    }

    @Override
    public String getName() {
      return "Key";
    }

    @Override
    public IParameterValues getValues() {
      return Map::of;
    }

    @Override
    public boolean isOptional() {
      return false;
    }
  }
}
