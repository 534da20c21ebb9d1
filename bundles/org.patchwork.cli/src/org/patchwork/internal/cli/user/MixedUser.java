// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;

/**
 * A page of what the model is unsure of, for it teaches most, then questions about what it is sure
 * of, for they cost least, and again.
 */
final class MixedUser implements UserMode {
  private static final int QUESTIONS_PER_PAGE = 2;

  private final PageUser pages;
  private final QuestionUser questions;
  private int steps;

  MixedUser(PageUser pages, QuestionUser questions) {
    this.pages = pages;
    this.questions = questions;
  }

  @Override
  public String name() {
    return questions.name();
  }

  @Override
  public boolean step(SimulatedProject project, Effort effort, IProgressMonitor monitor)
      throws PatchworkException {
    boolean page = steps++ % (QUESTIONS_PER_PAGE + 1) == 0;
    UserMode first = page ? pages : questions;
    UserMode second = page ? questions : pages;
    return first.step(project, effort, monitor) || second.step(project, effort, monitor);
  }
}
