// SPDX-License-Identifier: MIT
package org.patchwork.registry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;

/**
 * Reads the contributions to one extension point. This is the boundary where other people's code is
 * first touched.
 */
final class ExtensionReader<T> {
  private static final String BUNDLE = "org.patchwork.registry";
  private static final int LAST = Integer.MAX_VALUE;

  private static final Comparator<Entry> ENTRY_ORDER =
      Comparator.comparingInt(Entry::order)
          .thenComparing(entry -> attribute(entry.element(), "id"))
          .thenComparing(entry -> contributor(entry.element()));

  private record Entry(int order, IConfigurationElement element) {}

  private final String pointId;
  private final Class<? super T> contract;
  private final Consumer<IStatus> problems;
  private final Map<String, Contribution<T>> usable = new LinkedHashMap<>();

  ExtensionReader(String pointId, Class<? super T> contract, Consumer<IStatus> problems) {
    this.pointId = pointId;
    this.contract = contract;
    this.problems = problems;
  }

  Catalog<T> read(IConfigurationElement[] elements, String elementName) {
    Arrays.stream(elements)
        .filter(element -> element.getName().equals(elementName))
        .map(element -> new Entry(order(element), element))
        .sorted(ENTRY_ORDER)
        .forEach(entry -> readOne(entry.element()));
    return new Catalog<>(List.copyOf(usable.values()));
  }

  private void readOne(IConfigurationElement element) {
    try {
      add(contribution(element));
    } catch (CoreException | RuntimeException | LinkageError e) {
      report(element, message(e), e);
    }
  }

  private Contribution<T> contribution(IConfigurationElement element) throws CoreException {
    String id = attribute(element, "id");
    String name = attribute(element, "name");
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("the attributes id and name must not be empty");
    }
    Object instance = element.createExecutableExtension("class");
    if (!contract.isInstance(instance)) {
      throw new IllegalArgumentException(
          instance.getClass().getName() + " does not implement " + contract.getName());
    }
    @SuppressWarnings("unchecked") // checked above as far as a class with type parameters can be
    T checked = (T) instance;
    return new Contribution<>(
        id,
        name,
        attribute(element, "description"),
        attribute(element, "paper"),
        contributor(element),
        checked);
  }

  private void add(Contribution<T> contribution) {
    Contribution<T> first = usable.putIfAbsent(contribution.id(), contribution);
    if (first != null) {
      throw new IllegalArgumentException(
          "the id is already taken by "
              + first.contributor()
              + "; uninstall "
              + first.contributor()
              + " or "
              + contribution.contributor());
    }
  }

  private int order(IConfigurationElement element) {
    String text = attribute(element, "order");
    if (text.isEmpty()) {
      return LAST;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      report(
          element,
          "the attribute order is \"" + text + "\", not a whole number; it is offered last",
          e);
      return LAST;
    }
  }

  private void report(IConfigurationElement element, String problem, Throwable cause) {
    problems.accept(
        new Status(
            IStatus.ERROR,
            BUNDLE,
            "Plug-in "
                + contributor(element)
                + ", contribution \""
                + attribute(element, "id")
                + "\" to "
                + pointId
                + ": "
                + problem
                + ".",
            cause));
  }

  private static String message(Throwable e) {
    return Objects.requireNonNullElse(e.getMessage(), e.getClass().getName());
  }

  private static String attribute(IConfigurationElement element, String name) {
    return Objects.requireNonNullElse(element.getAttribute(name), "");
  }

  private static String contributor(IConfigurationElement element) {
    return element.getContributor().getName();
  }
}
