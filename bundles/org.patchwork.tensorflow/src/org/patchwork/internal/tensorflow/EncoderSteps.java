// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderGoal;
import org.patchwork.learn.encoder.EncoderOptimizer;
import org.patchwork.learn.network.Network.Kind;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Builds the steps of an encoder, one for each goal. Like those of {@link OptimizerStep} they are
 * gated: gradients, measures, statistics and what memories become are computed before anything
 * changes.
 */
final class EncoderSteps {
  private final Graph graph;
  private final Ops tf;
  private final EncoderBuild build;
  private final Variables variables;
  private final EncoderTowersInGraph towers;
  private final List<Operand<TFloat32>> measures;
  private final Placeholder<TFloat32> learningRate;
  private final Placeholder<TFloat32> targetDecay;
  private final List<Assign<TFloat32>> initializers;

  EncoderSteps(
      Graph graph,
      Ops tf,
      EncoderBuild build,
      Variables variables,
      EncoderTowersInGraph towers,
      List<Operand<TFloat32>> measures,
      Placeholder<TFloat32> learningRate,
      Placeholder<TFloat32> targetDecay,
      List<Assign<TFloat32>> initializers) {
    this.graph = graph;
    this.tf = tf;
    this.build = build;
    this.variables = variables;
    this.towers = towers;
    this.measures = measures;
    this.learningRate = learningRate;
    this.targetDecay = targetDecay;
    this.initializers = initializers;
  }

  /** Lets memories see a batch. */
  NoOp rehearsal() {
    List<Op> next = new ArrayList<>();
    towers.memories.values().forEach(memory -> memory.next(true).ifPresent(next::add));
    Ops gated = tf.withSubScope("rehearsal").withControlDependencies(next);
    List<Op> updates = new ArrayList<>();
    towers.memories.values().forEach(memory -> memory.update(gated, true).ifPresent(updates::add));
    return tf.withName("rehearse").withControlDependencies(updates).noOp();
  }

  /** The step towards a goal. */
  GoalStep step(EncoderGoal goal) {
    Set<GraphOperation> reached = graph.subgraphTo(Set.of(GraphNode.operand(goal.loss())));
    List<Variables.Entry> trained =
        variables.trainable().stream()
            .filter(entry -> goal.trains().test(entry.name()))
            .filter(entry -> reached.contains(entry.value().op()))
            .toList();
    List<Variables.Entry> own = trained.stream().filter(this::hasRule).toList();
    List<Variables.Entry> common = trained.stream().filter(entry -> !hasRule(entry)).toList();
    Gradients of = new Gradients(graph, tf, variables);
    EncoderOptimizer settings = build.optimizer();
    double inLoss = settings.decaysInLoss() ? settings.weightDecay() : 0;
    List<Variables.Entry> all = new ArrayList<>(common);
    all.addAll(own);
    List<Operand<TFloat32>> gradients =
        of.decayed(
            of.of(GraphNode.operand(goal.loss()), all),
            all,
            inLoss,
            entry -> entry.kind() == Kind.KERNEL && common.contains(entry));

    Map<Variables.Entry, GoalStep.Rate> rates = rates(goal, common, own);
    NoOp collect = null;
    List<Variable<TFloat32>> sums = List.of();
    if (build.accumulate() > 1) {
      sums = sums(all);
      collect = collect(gradients, sums);
      gradients = means(gradients, sums);
    }
    NoOp apply = apply(of, gradients, sums, all, common.size(), rates);
    return new GoalStep(collect, apply, rates.values().stream().distinct().toList());
  }

  private boolean hasRule(Variables.Entry entry) {
    GraphMemory memory = towers.memories.get(entry.name());
    return memory != null && memory.rule().isPresent();
  }

  /** The optimiser of each variable. */
  private Map<Variables.Entry, GoalStep.Rate> rates(
      EncoderGoal goal, List<Variables.Entry> common, List<Variables.Entry> own) {
    Operand<TFloat32> decayRate =
        tf.math.mul(learningRate, tf.constant((float) goal.rate())); // for decoupled decay
    GoalStep.Rate shared = rate(UpdateRule.of(build.optimizer(), decayRate), goal.rate());
    Map<Variables.Entry, GoalStep.Rate> rates = new LinkedHashMap<>();
    common.forEach(entry -> rates.put(entry, shared));
    for (Variables.Entry entry : own) {
      var rule = towers.memories.get(entry.name()).rule().orElseThrow();
      EncoderOptimizer alone = new EncoderOptimizer(rule.method(), 0, 0);
      rates.put(entry, rate(UpdateRule.of(alone, learningRate), goal.rate() * rule.rate()));
    }
    return rates;
  }

  private GoalStep.Rate rate(UpdateRule rule, double factor) {
    Placeholder<TFloat32> placeholder =
        tf.withName("rate").placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    return new GoalStep.Rate(placeholder, rule, factor);
  }

  private List<Variable<TFloat32>> sums(List<Variables.Entry> trained) {
    List<Variable<TFloat32>> sums = new ArrayList<>();
    trained.forEach(entry -> sums.add(variables.slot(entry, "sum", initializers)));
    return sums;
  }

  /** Means over the steps of which this one is the last. */
  private List<Operand<TFloat32>> means(
      List<Operand<TFloat32>> gradients, List<Variable<TFloat32>> sums) {
    Operand<TFloat32> share = tf.constant(1f / build.accumulate());
    List<Operand<TFloat32>> means = new ArrayList<>();
    for (int i = 0; i < gradients.size(); i++) {
      means.add(tf.math.mul(tf.math.add(sums.get(i), gradients.get(i)), share));
    }
    return means;
  }

  private NoOp collect(List<Operand<TFloat32>> gradients, List<Variable<TFloat32>> sums) {
    Ops gated = gated("collect", gradients);
    List<Op> updates = settled(gated);
    for (int i = 0; i < gradients.size(); i++) {
      updates.add(gated.assignAdd(sums.get(i), gradients.get(i)));
    }
    return tf.withName("collected").withControlDependencies(updates).noOp();
  }

  private NoOp apply(
      Gradients of,
      List<Operand<TFloat32>> gradients,
      List<Variable<TFloat32>> sums,
      List<Variables.Entry> trained,
      int shared,
      Map<Variables.Entry, GoalStep.Rate> rates) {
    List<Operand<TFloat32>> used =
        new ArrayList<>(of.clipped(gradients.subList(0, shared), build.optimizer().clipNorm()));
    used.addAll(gradients.subList(shared, gradients.size()));
    Ops gated = gated("update", used);
    List<Op> updates = settled(gated);
    for (int i = 0; i < trained.size(); i++) {
      Variables.Entry entry = trained.get(i);
      GoalStep.Rate rate = rates.get(entry);
      updates.add(
          rate.rule()
              .update(gated, variables, entry, used.get(i), rate.placeholder(), initializers));
    }
    for (Variable<TFloat32> sum : sums) {
      updates.add(gated.assign(sum, gated.zerosLike(sum)));
    }
    updates.addAll(
        towers.averages.updates(
            tf.withSubScope("target").withControlDependencies(updates), targetDecay));
    return tf.withName("step").withControlDependencies(updates).noOp();
  }

  /** Makes operations that wait until everything is computed that reads a variable. */
  private Ops gated(String name, List<Operand<TFloat32>> gradients) {
    List<Op> gates = new ArrayList<>(gradients);
    gates.addAll(measures);
    gates.addAll(towers.mode.statistics());
    towers.memories.values().forEach(memory -> memory.next(false).ifPresent(gates::add));
    return tf.withSubScope(name).withControlDependencies(gates);
  }

  /** What changes in every step: statistics and memories. */
  private List<Op> settled(Ops gated) {
    List<Op> updates = new ArrayList<>(towers.mode.updates(gated, variables));
    towers.memories.values().forEach(memory -> memory.update(gated, false).ifPresent(updates::add));
    return updates;
  }
}
