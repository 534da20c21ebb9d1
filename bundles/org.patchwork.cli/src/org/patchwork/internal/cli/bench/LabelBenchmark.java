// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;

/** From the wish to label an image until the label is on disk and seen. */
public final class LabelBenchmark implements Benchmark {
  private static final int IMAGES = 10_000;
  private static final int CLICKS = 500;
  private static final double P99 = 0.99;

  @Override
  public String name() {
    return "labels";
  }

  @Override
  public String what() {
    return "Milliseconds from a label click to a durable, visible label; 500 clicks in a project of"
        + " 10,000 images.";
  }

  @Override
  public Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException {
    try (TemporaryFolder folder = TemporaryFolder.make();
        ProjectSession session =
            ProjectSession.create(
                folder.path().resolve("project"), new NewProject("bench"), null)) {
      EditOrigin origin = new EditOrigin("bench", "bench");
      List<ImageEntry> images =
          IntStream.range(0, IMAGES).mapToObj(i -> new ImageEntry(i + ".png")).toList();
      session.apply(
          new Edit.Composite(
              "Set up", List.of(new Edit.AddImages(images), new Edit.AddClass("cat"))),
          origin);
      String id = session.classes().get(0).getId();
      SubMonitor progress = SubMonitor.convert(monitor, "Labelling", CLICKS);
      double[] millis = new double[CLICKS];
      for (int i = 0; i < CLICKS; i++) {
        progress.split(1);
        long start = System.nanoTime();
        session.apply(new Edit.SetLabels(new int[] {i}, Map.of(id, LabelTable.PRESENT)), origin);
        millis[i] = (System.nanoTime() - start) * 1e-6;
      }
      Arrays.sort(millis);
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("medianMillis", millis[CLICKS / 2]);
      figures.put("p99Millis", millis[(int) (CLICKS * P99)]);
      figures.put("maxMillis", millis[CLICKS - 1]);
      return figures;
    } catch (IOException e) {
      throw new PatchworkException("The benchmark cannot write: " + e.getMessage() + ".", e);
    }
  }
}
