// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchwork.cli.Command;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;
import org.w3c.dom.Element;

/** What plugin.xml says of our commands, and the commands themselves, must fit. */
class PluginXmlTest {
  @Test
  void everyCommandIsThereDescribedAndComplete() throws IOException {
    Properties texts = new Properties();
    try (Reader reader =
        Files.newBufferedReader(ShippedCommands.BUNDLE.resolve("plugin.properties"))) {
      texts.load(reader);
    }
    Set<String> ids = new HashSet<>();
    for (Element element : ShippedCommands.entries()) {
      assertTrue(ids.add(element.getAttribute("id")), element.getAttribute("id"));
      for (String attribute : new String[] {"name", "description"}) {
        String key = element.getAttribute(attribute).substring(1);
        assertTrue(texts.containsKey(key), key);
      }
      checkParameters(ShippedCommands.instance(element));
    }
    assertTrue(ids.size() >= 25, ids::toString);
  }

  private static void checkParameters(Command<?> command) {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : ParameterSchema.of(command.parameterType()).parameters()) {
      names.add(parameter.name());
      assertFalse(parameter.param().help().isEmpty(), command.getClass() + "." + parameter.name());
    }
    assertTrue(names.containsAll(command.positionals()), command.getClass()::toString);
    assertTrue(names.containsAll(command.required()), command.getClass()::toString);
  }
}
