// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Shell;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.merge.ImageMatch;
import org.patchwork.project.merge.LabelMerge;
import org.patchwork.project.merge.LabelSource;
import org.patchwork.ui.OpenProject;

/** Brings in labels of another project or label file: where they are, then what comes of it. */
public final class MergeWizard extends Wizard {
  private final OpenProject open;
  private final ProjectSession session;
  private final MergeSourcePage source = new MergeSourcePage();
  private final MergeComparePage compare;

  /** Opens the wizard over a window and waits until it is done with. */
  public static void open(Shell parent, OpenProject open) {
    new MergeWizardDialog(parent, new MergeWizard(open)).open();
  }

  /** A wizard for the project that is open. */
  MergeWizard(OpenProject open) {
    this.open = open;
    this.session = open.session();
    this.compare = new MergeComparePage(open);
    setWindowTitle("Merge labels");
    setNeedsProgressMonitor(true);
  }

  @Override
  public void addPages() {
    addPage(source);
    addPage(compare);
  }

  @Override
  public IWizardPage getNextPage(IWizardPage page) {
    return page == source ? compare : null;
  }

  /** Compares when the second page comes; true if that went well. */
  boolean compare() {
    Path place = source.place();
    boolean project = source.isProject();
    String annotator = source.annotator();
    ImageMatch match = source.match();
    AtomicReference<LabelMerge> compared = new AtomicReference<>();
    try {
      getContainer()
          .run(
              true,
              true,
              monitor -> compared.set(compare(place, project, annotator, match, monitor)));
    } catch (InvocationTargetException e) {
      source.setErrorMessage(e.getCause().getMessage());
      return false;
    } catch (InterruptedException e) {
      return false; // the user does not want to wait
    }
    compare.show(compared.get());
    return true;
  }

  private LabelMerge compare(
      Path place, boolean project, String annotator, ImageMatch match, IProgressMonitor monitor)
      throws InvocationTargetException {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    try {
      LabelSource labels =
          project
              ? LabelSource.project(place, annotator, progress.split(1))
              : LabelSource.csv(place, annotator, session.imageRoot(), progress.split(1));
      return LabelMerge.compare(session, labels, match, progress.split(1));
    } catch (ProjectFormatException e) {
      throw new InvocationTargetException(e);
    }
  }

  @Override
  public boolean canFinish() {
    return getContainer().getCurrentPage() == compare && compare.isPageComplete();
  }

  @Override
  public boolean performFinish() {
    if (open.session() == session) {
      open.submit(compare.edit(), EditOrigin.MERGE);
    }
    return true;
  }

  MergeSourcePage source() {
    return source;
  }

  MergeComparePage comparePage() {
    return compare;
  }
}
