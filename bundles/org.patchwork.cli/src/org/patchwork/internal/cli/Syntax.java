// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.cli.AlgorithmChoice;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Algorithm;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.Voice;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of one command, made from its records, and how to read them. Picocli splits the
 * command line and prints the usage; values stay text until {@link ParameterSchema} converts and
 * checks them, as it does for forms and files.
 */
public final class Syntax<P extends Record> {
  static final String JSON = "--json";
  private static final String ANNOTATOR = "--annotator";

  private final Command<P> command;
  private final CommandContext context;
  private final CommandSpec spec;
  private final Map<String, ChosenAlgorithm> chosen = new LinkedHashMap<>();

  Syntax(
      Contribution<Command<?>> contribution,
      Command<P> command,
      CommandContext context,
      List<String> arguments) {
    this.command = command;
    this.context = context;
    this.spec = CommandSpec.create().name("patchwork " + typed(contribution, context.commands()));
    spec.usageMessage().description(contribution.description()).width(100).abbreviateSynopsis(true);
    addOwn();
    for (Record defaults : command.furtherParameters()) {
      addFurther(defaults);
    }
    for (AlgorithmOption option : command.algorithms()) {
      addAlgorithm(option, arguments);
    }
    if (command.edits()) {
      spec.addOption(
          OptionSpec.builder(ANNOTATOR)
              .arity("1")
              .type(String.class)
              .paramLabel("NAME")
              .description("Under whose name this is recorded. Default: your user name.")
              .build());
    }
    spec.addOption(flag("Print the result as JSON on standard output.", JSON));
    spec.addOption(flag("Print this help.", "--help", "-h"));
  }

  /** A command as users type it: two words where the first is a command itself, else one. */
  public static String typed(Contribution<Command<?>> contribution, Catalog<Command<?>> commands) {
    String id = contribution.shortId();
    int dash = id.indexOf('-');
    boolean belongs = dash > 0 && commands.find(id.substring(0, dash)).isPresent();
    return belongs ? id.substring(0, dash) + ' ' + id.substring(dash + 1) : id;
  }

  private void addOwn() {
    List<String> positionals = command.positionals();
    for (Parameter parameter : ParameterSchema.of(command.parameterType()).parameters()) {
      boolean required = command.required().contains(parameter.name());
      int place = positionals.indexOf(parameter.name());
      if (place < 0) {
        addOption(parameter, parameter.optionName(), required);
      } else {
        spec.addPositional(
            PositionalParamSpec.builder()
                .index(Integer.toString(place))
                .paramLabel(label(parameter))
                .arity(required ? "1" : "0..1")
                .required(required)
                .type(String.class)
                .description(picocliText(parameter.param().help()))
                .build());
      }
    }
  }

  private <R extends Record> void addFurther(R defaults) {
    Map<String, Object> values = values(defaults);
    for (Parameter parameter : ParameterSchema.of(defaults.getClass()).parameters()) {
      Object value = values.get(parameter.name());
      addOption(
          new Parameter(parameter.name(), parameter.type(), parameter.param(), value),
          parameter.optionName(),
          false);
    }
  }

  @SuppressWarnings("unchecked") // the class of a record is the class of that record
  private static <R extends Record> Map<String, Object> values(R record) {
    return ParameterSchema.of((Class<R>) record.getClass()).values(record);
  }

  private void addOption(Parameter parameter, String name, boolean required) {
    OptionSpec.Builder option =
        OptionSpec.builder(name)
            .paramLabel(label(parameter))
            .required(required)
            .type(String.class)
            .description(description(parameter, required));
    if (parameter.type() == boolean.class) {
      option.arity("0..1").preprocessor(new SwitchValue());
    } else {
      option.arity("1");
    }
    spec.addOption(option.build());
  }

  private void addAlgorithm(AlgorithmOption option, List<String> arguments) {
    Catalog<? extends Algorithm<?>> catalog = option.catalog().apply(context.algorithms());
    String name = "--" + option.name();
    ChosenAlgorithm choice =
        ChosenAlgorithm.of(option, catalog, valueOf(name, arguments, option.defaultId()));
    chosen.put(option.name(), choice);
    spec.addOption(
        OptionSpec.builder(name)
            .arity("1")
            .type(String.class)
            .paramLabel("ID")
            .description(
                picocliText(
                    option.help()
                        + " One of "
                        + ChosenAlgorithm.known(option, catalog)
                        + ". Default: "
                        + option.defaultId()))
            .build());
    for (Parameter parameter : choice.parameters()) {
      addOption(parameter, prefixed(option, parameter), false);
    }
  }

  private static String prefixed(AlgorithmOption option, Parameter parameter) {
    return "--" + option.name() + "-" + parameter.optionName().substring(2);
  }

  private static String valueOf(String name, List<String> arguments, String defaultValue) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).equals(name) && i + 1 < arguments.size()) {
        return arguments.get(i + 1);
      } else if (arguments.get(i).startsWith(name + "=")) {
        return arguments.get(i).substring(name.length() + 1);
      }
    }
    return defaultValue;
  }

  private static OptionSpec flag(String help, String... names) {
    return OptionSpec.builder(names).arity("0").type(boolean.class).description(help).build();
  }

  private static String label(Parameter parameter) {
    if (!parameter.choices().isEmpty()) {
      return String.join("|", parameter.choices());
    } else if (parameter.type() == boolean.class) {
      return "true|false";
    } else if (parameter.type() == String.class) {
      return parameter
          .name()
          .replaceAll("([a-z])([A-Z])", "$1_$2")
          .toUpperCase(java.util.Locale.ROOT);
    }
    return "NUMBER";
  }

  private static String description(Parameter parameter, boolean required) {
    String help =
        parameter.param().help().isEmpty()
            ? parameter.param().label() + "."
            : parameter.param().help();
    Object value = parameter.defaultValue();
    if (required || "".equals(value)) {
      return picocliText(help);
    }
    String shown = value instanceof Enum<?> ? Parameter.choiceName(value) : String.valueOf(value);
    return picocliText(help + " Default: " + shown);
  }

  /** Picocli takes % and @ as its own. */
  private static String picocliText(String text) {
    return text.replace("%", "%%").replace("@|", "@ |");
  }

  String usage() {
    return new CommandLine(spec)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .getUsageMessage();
  }

  /**
   * Reads the options.
   *
   * @throws CommandLine.ParameterException if they cannot be split into options and values
   * @throws IllegalArgumentException if a value does not fit
   */
  Invocation<P> parse(List<String> arguments) {
    ParseResult result = new CommandLine(spec).parseArgs(arguments.toArray(String[]::new));
    Map<Class<? extends Record>, Record> further = new HashMap<>();
    Map<Class<? extends Record>, Map<String, Object>> given = new HashMap<>();
    for (Record defaults : command.furtherParameters()) {
      further.put(defaults.getClass(), create(defaults, result));
      given.put(defaults.getClass(), given(ParameterSchema.of(defaults.getClass()), result));
    }
    Map<String, AlgorithmChoice> algorithms = new HashMap<>();
    for (AlgorithmOption option : command.algorithms()) {
      algorithms.put(option.name(), choice(option, result));
    }
    return new Invocation<>(own(result), further, given, algorithms, named(result));
  }

  private CommandContext named(ParseResult result) {
    if (!command.edits() || !result.hasMatchedOption(ANNOTATOR)) {
      return context;
    }
    String name = result.matchedOptionValue(ANNOTATOR, "");
    return new NamedContext(context, Voice.of(name.strip()).annotator()); // refuses odd names
  }

  private P own(ParseResult result) {
    ParameterSchema<P> schema = ParameterSchema.of(command.parameterType());
    Map<String, Object> values = given(schema, result);
    List<String> positionals = command.positionals();
    for (int i = 0; i < positionals.size(); i++) {
      if (result.hasMatchedPositional(i)) {
        values.put(positionals.get(i), result.matchedPositional(i).getValue());
      }
    }
    return schema.create(values);
  }

  private static Record create(Record defaults, ParseResult result) {
    ParameterSchema<? extends Record> schema = ParameterSchema.of(defaults.getClass());
    Map<String, Object> values = values(defaults);
    values.putAll(given(schema, result));
    return schema.create(values);
  }

  private static Map<String, Object> given(ParameterSchema<?> schema, ParseResult result) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter parameter : schema.parameters()) {
      if (result.hasMatchedOption(parameter.optionName())) {
        values.put(parameter.name(), result.matchedOptionValue(parameter.optionName(), ""));
      }
    }
    return values;
  }

  private AlgorithmChoice choice(AlgorithmOption option, ParseResult result) {
    ChosenAlgorithm choice = chosen.get(option.name());
    Map<String, Object> values = new LinkedHashMap<>(choice.shorthand());
    for (Parameter parameter : choice.parameters()) {
      String name = prefixed(option, parameter);
      if (result.hasMatchedOption(name)) {
        values.put(parameter.name(), parameter.convert(result.matchedOptionValue(name, "")));
      }
    }
    return new AlgorithmChoice(choice.id(), result.hasMatchedOption("--" + option.name()), values);
  }
}
