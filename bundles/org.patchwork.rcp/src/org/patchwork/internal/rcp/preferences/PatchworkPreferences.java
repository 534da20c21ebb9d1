// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.preferences;

import java.io.File;
import java.util.function.Consumer;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.patchwork.core.Voice;
import org.patchwork.internal.rcp.ViewIds;
import org.patchwork.internal.rcp.project.ProjectLauncher;

/** What concerns the workbench as a whole; everything about a project lies in the project. */
public final class PatchworkPreferences extends FieldEditorPreferencePage
    implements IWorkbenchPreferencePage {
  /** True to open the newest project again at start. */
  public static final String REOPEN = "reopenLastProject";

  /** Name recorded with labels. */
  public static final String ANNOTATOR = "annotator";

  /** Folder that new projects are made in. */
  public static final String PLACE = "projectsFolder";

  public PatchworkPreferences() {
    super(GRID);
    setDescription(
        "Keys, colours and fonts are under General; what belongs to a project is kept in the"
            + " project.");
  }

  @Override
  public void init(IWorkbench workbench) {
    ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, ViewIds.BUNDLE);
    store.setDefault(ANNOTATOR, defaultAnnotator());
    store.setDefault(PLACE, ProjectLauncher.projectsFolder().toString());
    setPreferenceStore(store);
  }

  private static String defaultAnnotator() {
    return System.getProperty("user.name", "");
  }

  /** The name recorded with labels, to be proposed for new projects. */
  public static String annotator() {
    return InstanceScope.INSTANCE.getNode(ViewIds.BUNDLE).get(ANNOTATOR, defaultAnnotator());
  }

  /** The name the user gave, or null if the name of each project is to do. */
  public static String chosenAnnotator() {
    String name = InstanceScope.INSTANCE.getNode(ViewIds.BUNDLE).get(ANNOTATOR, "").strip();
    return name.isEmpty() ? null : Voice.parse(name).annotator();
  }

  /** Calls with the name whenever it is set, here or elsewhere, on the thread that sets it. */
  public static void onAnnotatorChange(Consumer<String> listener) {
    InstanceScope.INSTANCE
        .getNode(ViewIds.BUNDLE)
        .addPreferenceChangeListener(
            event -> {
              if (event.getKey().equals(ANNOTATOR)) {
                listener.accept(chosenAnnotator());
              }
            });
  }

  /** Keeps the name for the sessions to come. */
  public static void setAnnotator(String name) {
    InstanceScope.INSTANCE.getNode(ViewIds.BUNDLE).put(ANNOTATOR, name);
  }

  /** The folder that new projects are made in. */
  public static String place() {
    String usual = ProjectLauncher.projectsFolder().toString();
    return InstanceScope.INSTANCE.getNode(ViewIds.BUNDLE).get(PLACE, usual);
  }

  @Override
  protected void createFieldEditors() {
    addField(
        new StringFieldEditor(
            ANNOTATOR, "Your name, recorded with the labels you give:", getFieldEditorParent()));
    addField(new PlaceEditor(getFieldEditorParent()));
    addField(
        new BooleanFieldEditor(REOPEN, "Open the last project at start", getFieldEditorParent()));
  }

  /** A folder that need not exist: it is made with the first project. */
  private static final class PlaceEditor extends DirectoryFieldEditor {
    PlaceEditor(Composite parent) {
      super(PLACE, "Make new projects in:", parent);
      setErrorMessage("The place of new projects must be a folder, given by its whole path.");
    }

    @Override
    protected boolean doCheckState() {
      File place = new File(getTextControl().getText().strip());
      return place.isAbsolute() && !place.isFile();
    }
  }
}
