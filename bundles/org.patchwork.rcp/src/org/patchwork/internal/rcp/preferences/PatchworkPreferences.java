// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.patchwork.internal.rcp.ViewIds;

/** What concerns the workbench as a whole; everything about a project lies in the project. */
public final class PatchworkPreferences extends FieldEditorPreferencePage
    implements IWorkbenchPreferencePage {
  /** True to open the newest project again at start. */
  public static final String REOPEN = "reopenLastProject";

  public PatchworkPreferences() {
    super(GRID);
    setDescription(
        "Keys, colours and fonts are under General; what belongs to a project is kept in the"
            + " project.");
  }

  @Override
  public void init(IWorkbench workbench) {
    setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, ViewIds.BUNDLE));
  }

  @Override
  protected void createFieldEditors() {
    addField(
        new BooleanFieldEditor(REOPEN, "Open the last project at start", getFieldEditorParent()));
  }
}
