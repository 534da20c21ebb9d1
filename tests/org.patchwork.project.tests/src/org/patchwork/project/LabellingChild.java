// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Labels as fast as it can until it is killed. Prints what each edit is going to change, one line a
 * cell, class or image, and {@code done} when it is acknowledged. Run by {@link KilledProcessTest}
 * in a process of its own.
 */
final class LabellingChild {
  private final ProjectSession session;
  private final Random random;
  private final String prefix;

  private LabellingChild(ProjectSession session, String seed) {
    this.session = session;
    this.random = new Random(Long.parseLong(seed));
    this.prefix = seed;
  }

  /** Arguments: project folder, seed. */
  public static void main(String[] args) throws Exception {
    LabellingChild child = new LabellingChild(Projects.open(Path.of(args[0])), args[1]);
    for (int step = 0; ; step++) {
      Edit edit = child.announce(step);
      child.session.apply(edit, Projects.ANNA);
      System.out.println("done");
    }
  }

  private Edit announce(int step) {
    String name = prefix + "-" + step;
    return switch (random.nextInt(10)) {
      case 0 -> {
        System.out.println("class " + name);
        yield new Edit.AddClass(name);
      }
      case 1 -> {
        System.out.println("image " + name);
        yield new Edit.AddImages(List.of(new ImageEntry(name)));
      }
      case 2 -> announceLabels(200);
      default -> announceLabels(1);
    };
  }

  private Edit announceLabels(int count) {
    int[] rows = random.ints(count, 0, session.labels().rows()).distinct().toArray();
    String id = session.labels().classIds().get(random.nextInt(session.labels().classes()));
    byte value = (byte) random.nextInt(2);
    for (int row : rows) {
      System.out.println("label " + row + " " + id + " " + value);
    }
    return new Edit.SetLabels(rows, Map.of(id, value));
  }
}
