// SPDX-License-Identifier: MIT
package org.patchwork.project.designs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.EMap;
import org.patchwork.core.StoredDesign;
import org.patchwork.model.ModelDesign;
import org.patchwork.model.ModelFactory;
import org.patchwork.model.Project;

/**
 * The model designs of a project, by name. One of them is in use: it is trained next, unless
 * something else is asked for. A view of the given model, cheap to make; not thread-safe where it
 * changes something.
 */
public final class Designs {
  private final Project project;

  /** The designs of this model. */
  public Designs(Project project) {
    this.project = project;
  }

  /** All designs that say what they are made of, in the order in which they were made. */
  public List<StoredDesign> all() {
    return project.getDesigns().stream().filter(Designs::isWhole).map(Designs::stored).toList();
  }

  /** The design in use; empty if there is none, so that the default is trained. */
  public Optional<StoredDesign> active() {
    return Optional.ofNullable(project.getActiveDesign())
        .filter(Designs::isWhole)
        .map(Designs::stored);
  }

  /** The design with this name; upper and lower case are alike. */
  public Optional<StoredDesign> find(String name) {
    return entry(name).map(Designs::stored);
  }

  /**
   * The design with this name.
   *
   * @throws IllegalArgumentException if there is none; lists what there is
   */
  public StoredDesign require(String name) {
    return stored(requireEntry(name));
  }

  /** Stores a design under its name, in place of one that had it. */
  public void put(StoredDesign design) {
    ModelDesign target =
        entry(checkedName(design.name()))
            .orElseGet(
                () -> {
                  ModelDesign made = ModelFactory.eINSTANCE.createModelDesign();
                  project.getDesigns().add(made);
                  return made;
                });
    target.setName(design.name().strip());
    target.setFineTuningId(design.fineTuningId());
    replace(target.getFineTuning(), design.fineTuning());
    target.setOutputId(design.outputId());
    replace(target.getOutput(), design.output());
    target.setLossId(design.lossId().isEmpty() ? null : design.lossId());
    replace(target.getLoss(), design.loss());
    target.setClassWeights(design.classWeights().isEmpty() ? null : design.classWeights());
  }

  /**
   * Stores a design that must be new.
   *
   * @throws IllegalArgumentException if the name is blank or taken
   */
  public void add(StoredDesign design) {
    requireFree(design.name());
    put(design);
  }

  /**
   * Trains this design from now on.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public void use(String name) {
    project.setActiveDesign(requireEntry(name));
  }

  /**
   * Renames a design.
   *
   * @throws IllegalArgumentException if there is none of this name, or the new one is blank or
   *     taken
   */
  public void rename(String name, String newName) {
    ModelDesign entry = requireEntry(name);
    if (!name.equalsIgnoreCase(newName.strip())) {
      requireFree(newName);
    }
    entry.setName(checkedName(newName));
  }

  /**
   * Removes a design. If it was in use, the one before it is used from now on.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public void remove(String name) {
    ModelDesign entry = requireEntry(name);
    int place = project.getDesigns().indexOf(entry);
    boolean used = project.getActiveDesign() == entry;
    project.getDesigns().remove(place);
    if (used) {
      project.setActiveDesign(
          project.getDesigns().isEmpty() ? null : project.getDesigns().get(Math.max(0, place - 1)));
    }
  }

  /** A name that is not taken: the wanted one, or that with a number behind it. */
  public String freeName(String wanted) {
    String free = wanted.strip();
    for (int i = 2; entry(free).isPresent(); i++) {
      free = wanted.strip() + " " + i;
    }
    return free;
  }

  private void requireFree(String name) {
    if (entry(name).isPresent()) {
      throw new IllegalArgumentException(
          "There is a design \"" + name.strip() + "\" already; choose another name.");
    }
  }

  private static String checkedName(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A design needs a name.");
    }
    return name.strip();
  }

  private Optional<ModelDesign> entry(String name) {
    return project.getDesigns().stream()
        .filter(design -> name.strip().equalsIgnoreCase(design.getName()))
        .findFirst();
  }

  private ModelDesign requireEntry(String name) {
    return entry(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The project has no design \"" + name.strip() + "\"; it has " + names() + "."));
  }

  private String names() {
    return project.getDesigns().isEmpty()
        ? "none"
        : project.getDesigns().stream().map(ModelDesign::getName).collect(Collectors.joining(", "));
  }

  /** Designs of the first versions may have neither part; the default stands for them. */
  private static boolean isWhole(ModelDesign design) {
    return design.getFineTuningId() != null && design.getOutputId() != null;
  }

  private static StoredDesign stored(ModelDesign design) {
    return new StoredDesign(
        design.getName(),
        design.getFineTuningId(),
        design.getFineTuning().map(),
        design.getOutputId(),
        design.getOutput().map(),
        design.getLossId(),
        design.getLoss().map(),
        design.getClassWeights());
  }

  private static void replace(EMap<String, String> texts, Map<String, String> values) {
    texts.clear();
    texts.putAll(values);
  }
}
