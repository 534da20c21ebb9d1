// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.patchwork.learn.network.Node;

/**
 * What a trainer makes of its views.
 *
 * @param goals what is to fall, one of them in each step; the first is named {@code loss}
 * @param measures further scalars for the log, by name
 * @param outputs values that can be asked for without a step, such as pictures, by name; see {@link
 *     EncoderModel#outputs}
 * @param functions parts that can be asked and exported on their own
 */
public record EncoderLoss(
    List<EncoderGoal> goals,
    Map<String, Node> measures,
    Map<String, Node> outputs,
    List<EncoderFunction> functions) {
  public EncoderLoss {
    goals = List.copyOf(goals);
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    functions = List.copyOf(functions);
    if (goals.isEmpty() || !goals.get(0).name().equals(EncoderGoal.LOSS)) {
      throw new IllegalArgumentException("The first goal of a trainer is named loss");
    }
    long names =
        Stream.concat(goals.stream().map(EncoderGoal::name), measures.keySet().stream())
            .distinct()
            .count();
    if (names < goals.size() + measures.size()) {
      throw new IllegalArgumentException("Two goals or measures of a trainer have the same name");
    }
  }

  /** One goal, which all weights follow. */
  public static EncoderLoss of(Node loss) {
    return of(EncoderGoal.of(loss));
  }

  /** Goals that take turns. */
  public static EncoderLoss of(EncoderGoal... goals) {
    return new EncoderLoss(List.of(goals), Map.of(), Map.of(), List.of());
  }

  /** The first goal. */
  public Node loss() {
    return goals.get(0).loss();
  }

  /** The same with a further scalar for the log. */
  public EncoderLoss with(String name, Node measure) {
    return new EncoderLoss(goals, more(measures, name, measure), outputs, functions);
  }

  /** The same with a further value that can be asked for. */
  public EncoderLoss withOutput(String name, Node output) {
    return new EncoderLoss(goals, measures, more(outputs, name, output), functions);
  }

  /** The same with a further part that can be asked and exported on its own. */
  public EncoderLoss with(EncoderFunction function) {
    List<EncoderFunction> all = new ArrayList<>(functions);
    all.add(function);
    return new EncoderLoss(goals, measures, outputs, all);
  }

  private static Map<String, Node> more(Map<String, Node> known, String name, Node node) {
    Map<String, Node> more = new LinkedHashMap<>(known);
    more.put(name, node);
    return more;
  }
}
