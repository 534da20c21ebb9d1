// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.Command;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Contribution;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;
import picocli.CommandLine.ParameterException;

/** Every switch of every command: it never takes the next word, only what is attached to it. */
class SwitchesTest {
  private static final TestContext CONTEXT = new TestContext(Path.of(""));

  /** One switch: the option, and where its value stands in what was parsed. */
  record Switch(
      Contribution<Command<?>> command, String option, Function<Invocation<?>, Object> value) {
    @Override
    public String toString() {
      return command.shortId() + " " + option;
    }
  }

  static List<Switch> switches() {
    return CONTEXT.commands().all().stream().flatMap(SwitchesTest::switches).toList();
  }

  private static Stream<Switch> switches(Contribution<Command<?>> contribution) {
    Command<?> command = contribution.instance();
    List<Switch> found = new ArrayList<>();
    for (Parameter each : booleans(command.parameterType())) {
      found.add(
          new Switch(
              contribution, each.optionName(), call -> values(call.parameters()).get(each.name())));
    }
    for (Record further : command.furtherParameters()) {
      for (Parameter each : booleans(further.getClass())) {
        found.add(
            new Switch(
                contribution,
                each.optionName(),
                call -> values(call.further(further.getClass())).get(each.name())));
      }
    }
    for (AlgorithmOption option : command.algorithms()) {
      found.addAll(switches(contribution, option));
    }
    return found.stream();
  }

  private static List<Switch> switches(
      Contribution<Command<?>> contribution, AlgorithmOption option) {
    return option
        .catalog()
        .apply(CONTEXT.algorithms())
        .find(option.defaultId())
        .map(algorithm -> booleans(algorithm.instance().parameterType()))
        .orElse(List.of())
        .stream()
        .map(
            each ->
                new Switch(
                    contribution,
                    "--" + option.name() + "-" + each.optionName().substring(2),
                    call -> call.algorithm(option.name()).parameters().get(each.name())))
        .toList();
  }

  private static List<Parameter> booleans(Class<? extends Record> type) {
    return ParameterSchema.of(type).parameters().stream()
        .filter(parameter -> parameter.type() == boolean.class)
        .toList();
  }

  @SuppressWarnings("unchecked") // the class of a record is the class of that record
  private static <R extends Record> Map<String, Object> values(R record) {
    return ParameterSchema.of((Class<R>) record.getClass()).values(record);
  }

  @ParameterizedTest
  @MethodSource("switches")
  void standsAloneBeforeThePositionals(Switch tested) {
    assertParsed(tested, tested.option(), true);
  }

  @ParameterizedTest
  @MethodSource("switches")
  void takesWhatIsAttached(Switch tested) {
    assertParsed(tested, tested.option() + "=true", true);
    assertParsed(tested, tested.option() + "=false", false);
  }

  @ParameterizedTest
  @MethodSource("switches")
  void refusesWhatIsNeitherTrueNorFalse(Switch tested) {
    for (String value : List.of("maybe", "")) {
      Exception error =
          assertThrows(
              IllegalArgumentException.class, () -> parse(tested, tested.option() + "=" + value));
      assertTrue(error.getMessage().contains("must be true or false"), error.getMessage());
      assertTrue(error.getMessage().contains('"' + value + '"'), error.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("switches")
  void aDetachedTruthIsRefusedSinceItWouldMeanTheOpposite(Switch tested) {
    Exception error =
        assertThrows(ParameterException.class, () -> parse(tested, tested.option(), "false"));
    assertTrue(
        error.getMessage().contains("write " + tested.option() + "=false"), error.getMessage());
  }

  private static void assertParsed(Switch tested, String word, boolean expected) {
    Invocation<?> call = parse(tested, word);
    assertEquals(expected, tested.value().apply(call));
    Map<String, Object> own = values(call.parameters());
    positionals(tested.command().instance())
        .forEach((name, value) -> assertEquals(value, String.valueOf(own.get(name)), name));
  }

  /** Puts the words first, then what the command requires. */
  private static Invocation<?> parse(Switch tested, String... words) {
    Command<?> command = tested.command().instance();
    List<String> arguments = new ArrayList<>(List.of(words));
    Map<String, String> positionals = positionals(command);
    arguments.addAll(positionals.values());
    for (Parameter parameter : ParameterSchema.of(command.parameterType()).parameters()) {
      if (command.required().contains(parameter.name())
          && !positionals.containsKey(parameter.name())) {
        arguments.add(parameter.optionName() + "=" + word(parameter));
      }
    }
    return new Syntax<>(tested.command(), command, CONTEXT, arguments).parse(arguments);
  }

  private static Map<String, String> positionals(Command<?> command) {
    Map<String, String> words = new LinkedHashMap<>();
    List<Parameter> parameters = ParameterSchema.of(command.parameterType()).parameters();
    for (String name : command.positionals()) {
      parameters.stream()
          .filter(parameter -> parameter.name().equals(name))
          .forEach(parameter -> words.put(name, word(parameter)));
    }
    return words;
  }

  private static String word(Parameter parameter) {
    if (!parameter.choices().isEmpty()) {
      return parameter.choices().getLast();
    }
    return parameter.type() == String.class
        ? parameter.name()
        : String.valueOf(parameter.defaultValue());
  }
}
