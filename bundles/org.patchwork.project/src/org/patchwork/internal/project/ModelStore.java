// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.patchwork.model.LabelClass;
import org.patchwork.model.Project;

/**
 * The project model of a session. The model that is handed out is never changed: a change makes a
 * changed copy, so that any thread may read. The classes in it mirror the database, which is
 * written first; should the program die in between, the next opening brings the file up to date.
 */
public final class ModelStore {
  private final ProjectFile file;
  private volatile Project model;
  private volatile boolean unsaved;

  ModelStore(ProjectFile file, Project model) {
    this.file = file;
    this.model = model;
  }

  /** The same settings with other classes, never to be saved. */
  ModelStore withClasses(List<ClassDefinition> classes) {
    ModelStore copy = new ModelStore(file, EcoreUtil.copy(model));
    copy.showClasses(classes);
    return copy;
  }

  /** The model as it is now; must not be changed. */
  public Project model() {
    return model;
  }

  /** Saves a changed copy and shows it if that succeeds; the classes stay as they are. */
  void update(Consumer<Project> change) throws WriteFailedException {
    Project changed = EcoreUtil.copy(model);
    change.accept(changed);
    changed.getSchema().getClasses().clear();
    changed.getSchema().getClasses().addAll(EcoreUtil.copyAll(model.getSchema().getClasses()));
    file.write(changed);
    model = changed;
    unsaved = false;
  }

  /** True if the classes of the model are these. */
  boolean shows(List<ClassDefinition> classes) {
    List<LabelClass> wanted = classes.stream().map(ClassDefinition::toModel).toList();
    return EcoreUtil.equals(wanted, model.getSchema().getClasses());
  }

  /** Shows these classes from now on, then saves them. */
  void setClasses(List<ClassDefinition> classes) throws WriteFailedException {
    showClasses(classes);
    unsaved = true;
    save();
  }

  /** Shows these classes from now on. */
  void showClasses(List<ClassDefinition> classes) {
    Project changed = EcoreUtil.copy(model);
    changed.getSchema().getClasses().clear();
    for (ClassDefinition definition : classes) {
      changed.getSchema().getClasses().add(definition.toModel());
    }
    model = changed;
  }

  /** Saves what could not be saved before. */
  void save() throws WriteFailedException {
    if (unsaved) {
      file.write(model);
      unsaved = false;
    }
  }
}
