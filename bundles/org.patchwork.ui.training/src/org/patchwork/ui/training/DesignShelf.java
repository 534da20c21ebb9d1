// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.function.Consumer;
import org.patchwork.core.StoredDesign;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.design.DesignText;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.designs.Designs;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.UiThread;

/**
 * The named designs of the open project, as views change them. What was changed is heard of as a
 * change of settings, once it is on disk. Used on the display thread only.
 */
public final class DesignShelf {
  private final OpenProject open;
  private final UiThread thread;
  private final Consumer<String> refused;

  /**
   * The designs of whatever project is open.
   *
   * @param refused takes the reason when a change did not happen, in a sentence for people
   */
  public DesignShelf(OpenProject open, UiThread thread, Consumer<String> refused) {
    this.open = open;
    this.thread = thread;
    this.refused = refused;
  }

  /** All designs; empty if no project is open or it has none of its own. */
  public List<StoredDesign> all() {
    ProjectSession session = open.session();
    return session == null ? List.of() : new Designs(session.model()).all();
  }

  /** Name of the design in use; empty if the default one is. */
  public String active() {
    ProjectSession session = open.session();
    return session == null ? "" : ProjectPlan.designName(session.model());
  }

  /** True if designs can be changed. */
  public boolean writable() {
    return open.session() != null && !open.session().readOnly();
  }

  /** Trains this design from now on. */
  public void use(String name) {
    change(designs -> designs.use(name));
  }

  /** Stores a new design and uses it; if its name is taken it gets a number. */
  public void add(StoredDesign design) {
    change(
        designs -> {
          String name = designs.freeName(design.name());
          designs.add(design.withName(name));
          designs.use(name);
        });
  }

  /** Stores a copy of a design and uses that. */
  public void duplicate(String name) {
    change(
        designs -> {
          String copy = designs.freeName(name + " copy");
          designs.add(designs.require(name).withName(copy));
          designs.use(copy);
        });
  }

  /**
   * Uses a design from elsewhere, for example of a run: the stored one that says the same, or else
   * a new one under this name.
   */
  public void adopt(String name, ModelDesignSpec design) {
    StoredDesign wanted = DesignText.write(name, design);
    change(
        designs -> {
          String known =
              designs.all().stream()
                  .filter(stored -> stored.withName(name).equals(wanted))
                  .map(StoredDesign::name)
                  .findFirst()
                  .orElse(null);
          if (known == null) {
            known = designs.freeName(name);
            designs.add(wanted.withName(known));
          }
          designs.use(known);
        });
  }

  /** Gives a design another name. */
  public void rename(String name, String newName) {
    change(designs -> designs.rename(name, newName));
  }

  /** Removes a design; the one before it is used from now on if it was in use. */
  public void remove(String name) {
    change(designs -> designs.remove(name));
  }

  private void change(Consumer<Designs> change) {
    if (!writable()) {
      refused.accept("The project is open read-only, so its designs cannot be changed.");
      return;
    }
    thread.deliver(
        open.session().updateSettings(model -> change.accept(new Designs(model))),
        done -> {},
        error -> refused.accept(error.getMessage()));
  }
}
