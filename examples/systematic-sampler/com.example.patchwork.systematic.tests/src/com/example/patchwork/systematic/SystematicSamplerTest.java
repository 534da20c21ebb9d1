// SPDX-License-Identifier: MIT
package com.example.patchwork.systematic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.conformance.SamplerConformance;

final class SystematicSamplerTest extends SamplerConformance<SystematicSampler.Parameters> {
  @Override
  protected Sampler<SystematicSampler.Parameters> algorithm() {
    return new SystematicSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void takesTheSamePlaceInEachStretch() {
    assertArrayEquals(new int[] {0, 10, 20}, rows(30, 3, 0));
    assertArrayEquals(new int[] {5, 15, 25}, rows(30, 3, .5));
    assertArrayEquals(new int[] {0, 3, 6}, rows(10, 3, 0), "stretches of 3 1/3");
  }

  @Test
  void theLastPlaceOfTheLastStretchIsACandidate() {
    assertEquals(29, rows(30, 3, .999)[2]);
  }

  private static int[] rows(int candidates, int count, double start) {
    SampleRequest request =
        new SampleRequest(
            LabelTable.empty(),
            null,
            null,
            IntStream.range(0, candidates).toArray(),
            count,
            -1,
            new SplittableRandom(1));
    return new SystematicSampler()
        .sample(request, new SystematicSampler.Parameters(start), new NullProgressMonitor())
        .rows();
  }
}
