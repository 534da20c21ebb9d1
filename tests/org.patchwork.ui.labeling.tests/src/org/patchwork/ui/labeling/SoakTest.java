// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hours of labelling must not cost memory, SWT handles or threads. A fixed number of actions in the
 * build; the property {@code patchwork.soak.minutes} asks for more.
 */
class SoakTest {
  private static final int ACTIONS = 250;
  private static final int ROUNDS = 6;
  private static final int MINUTES = Integer.getInteger("patchwork.soak.minutes", 0);

  /** Rounds until classes are loaded and lists have their size. */
  private static final int WARM_UP = 2;

  /** Texts on the images that the grid keeps as images come up late now and then; few do. */
  private static final int NEW_TEXTS = 20;

  private static final Pattern LINE =
      Pattern.compile(
          "(\\d+) actions; (\\d+) handles at work; at rest (\\d+) handles, (\\d+) kB heap, (\\d+)"
              + " threads, (\\d+) kB resident");

  @TempDir Path folder;

  /** What was held at rest after a round. */
  private record Rest(long handles, long heap, long threads, long resident) {
    static Rest of(String line) {
      Matcher matcher = LINE.matcher(line);
      assertTrue(matcher.matches(), line);
      return new Rest(
          Long.parseLong(matcher.group(3)),
          Long.parseLong(matcher.group(4)),
          Long.parseLong(matcher.group(5)),
          Long.parseLong(matcher.group(6)));
    }
  }

  @Test
  void nothingGrows(TestReporter reporter) throws Exception {
    assumeTrue(System.getenv("DISPLAY") != null, "There is no display; run the tests under Xvfb.");
    List<String> lines = run();
    lines.forEach(line -> reporter.publishEntry("soak", line));
    List<Rest> rests = lines.stream().map(Rest::of).toList();
    List<Rest> early = rests.subList(WARM_UP, (WARM_UP + rests.size()) / 2);
    List<Rest> late = rests.subList((WARM_UP + rests.size()) / 2, rests.size());
    assertFlat("SWT handles", early, late, Rest::handles, 0, NEW_TEXTS);
    assertFlat("threads", early, late, Rest::threads, 0, 2);
    assertFlat("kB of heap", early, late, Rest::heap, 0.05, 1000);
    assertFlat("kB resident", early, late, Rest::resident, 0.15, 20_000);
  }

  private List<String> run() throws Exception {
    Path errors = folder.resolve("errors.txt");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                SoakRun.class.getName(),
                folder.resolve("work").toString(),
                "" + ACTIONS,
                "" + ROUNDS,
                "" + MINUTES)
            .redirectError(errors.toFile())
            .start();
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = out.lines().toList();
      assertEquals(0, child.waitFor(), () -> lines + "\n" + read(errors));
      return lines;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }

  /** The least of the later half is not above the most of the earlier one. */
  private static void assertFlat(
      String what,
      List<Rest> early,
      List<Rest> late,
      ToLongFunction<Rest> figure,
      double share,
      long slack) {
    long most = early.stream().mapToLong(figure).max().orElseThrow();
    long least = late.stream().mapToLong(figure).min().orElseThrow();
    assertTrue(
        least <= most * (1 + share) + slack,
        () -> what + " grew from " + most + " to at least " + least);
  }
}
