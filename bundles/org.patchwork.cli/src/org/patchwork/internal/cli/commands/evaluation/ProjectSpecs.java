// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.evaluation;

import org.patchwork.cli.Invocation;
import org.patchwork.internal.cli.HeadChoice;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.project.ProjectSession;

/** What is trained to judge labels: the project's design and settings, where not told otherwise. */
final class ProjectSpecs {
  private ProjectSpecs() {}

  static TrainingSpec spec(Invocation<?> invocation, ProjectSession session, String name) {
    return new TrainingSpec(
        name,
        HeadChoice.design(invocation, session),
        invocation.further(
            TrainingParameters.class, session.model().getPlan().getParameters().map()));
  }
}
