// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.sample.SampleData;

/** Which sample project is wanted. */
public enum SampleChoice {
  /** The 2,000 images that come with the product. */
  SHIPPED("Fashion sample", "fashion-sample") {
    @Override
    SampleData write(Path folder, IProgressMonitor monitor) throws ProjectFormatException {
      return SampleData.unpack(folder);
    }
  },
  /** All 70,000 of them, from the Debian package. */
  FULL("Fashion-MNIST", "fashion-mnist") {
    @Override
    SampleData write(Path folder, IProgressMonitor monitor) throws ProjectFormatException {
      return SampleData.full(folder, monitor);
    }
  };

  private final String projectName;
  private final String folderName;

  SampleChoice(String projectName, String folderName) {
    this.projectName = projectName;
    this.folderName = folderName;
  }

  /** Writes the images and their labels into a folder. */
  abstract SampleData write(Path folder, IProgressMonitor monitor) throws ProjectFormatException;

  String projectName() {
    return projectName;
  }

  /** Where the project lies if the user names no other place. */
  public Path usualFolder() {
    return ProjectLauncher.projectsFolder().resolve(folderName);
  }
}
