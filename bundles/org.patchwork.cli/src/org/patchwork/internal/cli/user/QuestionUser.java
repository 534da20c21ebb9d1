// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.project.labeling.Answer;
import org.patchwork.project.labeling.Question;
import org.patchwork.project.labeling.Strip;
import org.patchwork.project.labeling.StripDraw;
import org.patchwork.project.labeling.StripDraw.Order;

/**
 * Question mode with the classes in turn.
 *
 * <p>Where classes exclude each other the user goes to each image that is another class and presses
 * its key. Where they do not, he moves the boundary if that saves keys, and takes single images to
 * the other side with Space. Enter answers the strip.
 */
final class QuestionUser implements UserMode {
  private final String name;
  private final Order order;
  private final int size;
  private final int columns;
  private final Question question = new Question();

  QuestionUser(String name, Order order, int size, int columns) {
    this.name = name;
    this.order = order;
    this.size = size;
    this.columns = columns;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean step(SimulatedProject project, Effort effort, IProgressMonitor monitor)
      throws PatchworkException {
    Strip strip = next(project);
    if (strip.size() == 0) {
      return false;
    }
    question.show(strip);
    effort.decide(strip.size());
    int asked = project.labels().classIndex(strip.classId());
    if (project.exclusive()) {
      nameExceptions(project, asked, effort);
    } else {
      placeBoundary(project, asked, effort);
    }
    effort.press(1); // Enter
    String name = project.className(strip.classId());
    project.apply(question.save(project.labels(), project.exclusive(), name), Question.SOURCE);
    return true;
  }

  private Strip next(SimulatedProject project) {
    Stream<Order> orders = project.exclusive() ? Stream.of(order) : Stream.of(order, Order.LEAST);
    RandomGenerator random = project.random("question " + question.roundCount());
    return orders
        .map(each -> new StripDraw(null, each, size))
        .map(draw -> draw.draw(project.labels(), project.predictions(), question.skipped(), random))
        .max(Comparator.comparingDouble(strip -> strip.certainty() * strip.size()))
        .orElseThrow();
  }

  private void nameExceptions(SimulatedProject project, int asked, Effort effort) {
    Strip strip = question.strip();
    List<String> ids = project.classIds();
    Cursor cursor = new Cursor(strip.size(), columns, strip.doubtful());
    for (int i = strip.size() - 1; i >= 0; i--) { // from the boundary, which is the end
      int present = project.trueClass(strip.rows()[i]);
      if (present != asked) {
        effort.press(cursor.moveTo(i) + 1);
        question.answer(i, Answer.other(ids.get(present)));
        cursor.put(strip.after(i));
      }
    }
  }

  private void placeBoundary(SimulatedProject project, int asked, Effort effort) {
    Strip strip = question.strip();
    boolean[] present = new boolean[strip.size()];
    for (int i = 0; i < present.length; i++) {
      present[i] = project.truth(strip.rows()[i], asked) == LabelTable.PRESENT;
    }
    int best = strip.boundary();
    for (int boundary = 0; boundary <= present.length; boundary++) {
      if (keys(present, strip.boundary(), boundary) < keys(present, strip.boundary(), best)) {
        best = boundary;
      }
    }
    effort.press(keys(present, strip.boundary(), best));
    question.setBoundary(best);
    for (int i = 0; i < present.length; i++) {
      Answer wanted = present[i] ? Answer.PRESENT : Answer.ABSENT;
      if (!Objects.equals(question.strip().answer(i), wanted)) {
        question.toggle(i);
      }
    }
  }

  /** Keys to go to the boundary and press R, if it is another, then to each exception and Space. */
  private int keys(boolean[] present, int proposed, int boundary) {
    Cursor cursor = new Cursor(present.length, columns, Math.min(proposed, present.length - 1));
    int keys = 0;
    if (boundary != proposed) {
      boolean behindAll = boundary == present.length; // F on the last image, else R
      keys += cursor.moveTo(behindAll ? boundary - 1 : boundary) + 1;
    }
    for (int i = 0; i < present.length; i++) {
      if (present[i] != i < boundary) {
        keys += cursor.moveTo(i) + 1;
      }
    }
    return keys;
  }
}
