// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
import org.eclipse.swt.SWT;

/**
 * The key bindings that count in the grid, as the Keys page has them: what the user bound replaces
 * what was shipped for the same keys, and what the user took away is gone.
 */
final class BoundKeys {
  private static final Set<String> EVERYWHERE =
      Set.of("org.eclipse.ui.contexts.window", "org.eclipse.ui.contexts.dialogAndWindow");

  private record Place(String keys, String context) {}

  private final List<Binding> bindings;

  /**
   * The bindings of a scheme and of those it inherits from.
   *
   * @param all every binding known, shipped or made by the user
   * @param schemeIds the active scheme, its parent, the parent's parent and so on
   */
  BoundKeys(Binding[] all, List<String> schemeIds) {
    this(all, schemeIds, LabelingKeys.CONTEXT);
  }

  /** The bindings that count where the keys of another context do. */
  BoundKeys(Binding[] all, List<String> schemeIds, String contextId) {
    Map<Place, List<Binding>> places = new LinkedHashMap<>();
    for (Binding each : all) {
      boolean here = each.getPlatform() == null || each.getPlatform().equals(SWT.getPlatform());
      boolean counts =
          EVERYWHERE.contains(each.getContextId()) || contextId.equals(each.getContextId());
      if (here && counts && schemeIds.contains(each.getSchemeId())) {
        Place place = new Place(each.getTriggerSequence().toString(), each.getContextId());
        places.computeIfAbsent(place, key -> new ArrayList<>()).add(each);
      }
    }
    bindings =
        places.values().stream()
            .map(candidates -> winner(candidates, schemeIds))
            .filter(Objects::nonNull)
            .toList();
  }

  private static Binding winner(List<Binding> candidates, List<String> schemeIds) {
    boolean changed = candidates.stream().anyMatch(each -> each.getType() == Binding.USER);
    return candidates.stream()
        .filter(each -> !changed || each.getType() == Binding.USER)
        .filter(each -> each.getParameterizedCommand() != null)
        .min(Comparator.comparingInt(each -> schemeIds.indexOf(each.getSchemeId())))
        .orElse(null);
  }

  /** All keys of a command, written out; empty if it has none. */
  String of(String commandId) {
    return text(commandId, Map.of());
  }

  /** All keys of a command with this value of its parameter. */
  String of(String commandId, String parameter, String value) {
    return text(commandId, Map.of(parameter, value));
  }

  private String text(String commandId, Map<String, String> parameters) {
    return bindings.stream()
        .filter(each -> matches(each.getParameterizedCommand(), commandId, parameters))
        .filter(each -> each.getTriggerSequence() instanceof KeySequence)
        .map(each -> (KeySequence) each.getTriggerSequence())
        .filter(keys -> !keys.toString().contains("NUMPAD")) // there is one for each digit
        .map(keys -> SWTKeySupport.getKeyFormatterForPlatform().format(keys))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private static boolean matches(
      ParameterizedCommand command, String commandId, Map<String, String> parameters) {
    return command.getId().equals(commandId) && command.getParameterMap().equals(parameters);
  }
}
