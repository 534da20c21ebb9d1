// SPDX-License-Identifier: MIT
package org.patchwork.training.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.RandomStreams;
import org.patchwork.learn.Decay;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.SamplingStrategy;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;

/** Draws settings. */
final class SearchSpace {
  private static final double DECAY_RANGE = 1e-4;
  private static final int SMALLEST_BATCH = 16;
  private static final int BATCH_SIZES = 4;

  private final TrainingSpec start;
  private final List<ModelDesignSpec> designs;
  private final SearchParameters parameters;

  SearchSpace(TrainingSpec start, List<ModelDesignSpec> designs, SearchParameters parameters) {
    this.start = start;
    this.designs = designs.isEmpty() ? List.of(start.design()) : List.copyOf(designs);
    this.parameters = parameters;
  }

  /** All settings of a search; the first are those to begin with, unchanged. */
  List<TrainingSpec> draw() {
    List<TrainingSpec> drawn = new ArrayList<>();
    drawn.add(start);
    RandomStreams streams = new RandomStreams(parameters.searchSeed());
    for (int trial = 1; trial < parameters.trials(); trial++) {
      drawn.add(draw(streams.stream("trial " + trial)));
    }
    return drawn;
  }

  private TrainingSpec draw(RandomGenerator random) {
    ParameterSchema<TrainingParameters> schema = ParameterSchema.of(TrainingParameters.class);
    Map<String, Object> values = new LinkedHashMap<>(schema.values(start.parameters()));
    values.put(
        "learningRate", logUniform(parameters.lowestRate(), parameters.highestRate(), random));
    if (parameters.highestDecay() > 0) {
      double decay =
          logUniform(parameters.highestDecay() * DECAY_RANGE, parameters.highestDecay(), random);
      values.put("weightDecay", random.nextBoolean() ? decay : 0);
    }
    if (parameters.drawBatchSize()) {
      values.put("batchSize", SMALLEST_BATCH << random.nextInt(BATCH_SIZES));
    }
    if (parameters.drawOptimizer()) {
      values.put("optimizer", any(Optimizer.values(), random));
    }
    if (parameters.drawRateDecay()) {
      values.put("decay", any(Decay.values(), random));
    }
    if (parameters.drawSampling()) {
      values.put("sampling", any(SamplingStrategy.values(), random));
    }
    ModelDesignSpec design = designs.get(random.nextInt(designs.size()));
    return start.with(design, schema.create(values));
  }

  private static double logUniform(double low, double high, RandomGenerator random) {
    double drawn = low * Math.pow(high / low, random.nextDouble());
    return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.3g", drawn)); // to be read
  }

  private static <T> T any(T[] values, RandomGenerator random) {
    return values[random.nextInt(values.length)];
  }
}
