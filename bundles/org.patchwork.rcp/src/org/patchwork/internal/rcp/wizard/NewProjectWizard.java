// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import org.eclipse.jface.wizard.Wizard;
import org.patchwork.internal.rcp.project.ProjectDraft;
import org.patchwork.internal.rcp.project.ProjectLauncher;

/**
 * Asks for images, classes, features and a place, in that order; every page has defaults, so that
 * Finish is there as soon as images are chosen.
 */
public final class NewProjectWizard extends Wizard {
  private final ProjectLauncher launcher;
  private final ImagesPage images;
  private final ClassesPage classes;
  private final FeaturesPage features;
  private final PlacePage place;

  public NewProjectWizard(ProjectLauncher launcher) {
    this.launcher = launcher;
    this.images = new ImagesPage(launcher.imageLoader());
    this.classes = new ClassesPage(images);
    this.features = new FeaturesPage(launcher.installed().algorithms().featureExtractors());
    this.place = new PlacePage(images);
    setWindowTitle("New project");
  }

  @Override
  public void addPages() {
    addPage(images);
    addPage(classes);
    addPage(features);
    addPage(place);
  }

  @Override
  public boolean performFinish() {
    launcher.create(draft());
    return true;
  }

  private ProjectDraft draft() {
    return new ProjectDraft(
        images.choice(),
        images.tileSize(),
        classes.typedNames(),
        classes.fromImages(),
        classes.takeLabels(),
        classes.exclusive(),
        features.choice(),
        place.projectName(),
        place.folder(),
        place.annotator());
  }
}
