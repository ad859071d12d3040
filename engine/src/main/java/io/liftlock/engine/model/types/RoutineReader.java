package io.liftlock.engine.model.types;

import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.engine.model.NamePath;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a function takes and gives. */
final class RoutineReader {

  private static final Set<String> NOT_CALLED =
      Set.of("trigger", "event_trigger", "internal", "language_handler", "fdw_handler");

  private final ValueTypes types;

  RoutineReader(ValueTypes types) {
    this.types = types;
  }

  /** The function; empty where nobody can call it with named arguments. */
  Optional<Shapes.Routine> read(SchemaObject function) {
    String returns = function.text(Property.RETURNS).orElse("void");
    if (NOT_CALLED.contains(returns)) {
      return Optional.empty();
    }
    String signature = function.id().signature();
    Iterator<String> inputs =
        ValueTypes.cut(signature.substring(1, Math.max(1, signature.length() - 1))).iterator();
    List<Shapes.Field> arguments = new ArrayList<>();
    List<Shapes.Field> results = new ArrayList<>();
    for (String text : ValueTypes.cut(function.text(Property.ARGUMENTS).orElse(""))) {
      String mode = text.replaceFirst(" .*", "");
      boolean moded = Set.of("IN", "OUT", "INOUT", "VARIADIC").contains(mode);
      String argument = moded ? text.substring(mode.length()).strip() : text;
      boolean in = !mode.equals("OUT");
      boolean out = mode.equals("OUT") || mode.equals("INOUT");
      Optional<Shapes.Field> field =
          in && inputs.hasNext() ? input(argument, inputs.next()) : output(argument);
      if (field.isEmpty()) {
        return Optional.empty();
      }
      if (in) {
        arguments.add(field.get());
      }
      if (out) {
        results.add(field.get());
      }
    }
    return Optional.of(new Shapes.Routine(function.id(), arguments, returned(returns, results)));
  }

  /** An argument's text is its name, where it has one, its type, and its default. */
  private Optional<Shapes.Field> input(String argument, String type) {
    boolean optional = argument.contains(" DEFAULT ");
    return named(argument)
        .filter(named -> named.type().startsWith(type))
        .map(named -> new Shapes.Field(named.name(), types.of(type), false, optional, false));
  }

  private Optional<Shapes.Field> output(String argument) {
    return named(argument)
        .map(named -> new Shapes.Field(named.name(), types.of(named.type()), false, false, false));
  }

  private Shapes.Returned returned(String returns, List<Shapes.Field> results) {
    if (returns.toUpperCase(Locale.ROOT).startsWith("TABLE(")) {
      List<Shapes.Field> fields = new ArrayList<>();
      for (String column : ValueTypes.cut(returns.substring(6, returns.length() - 1))) {
        output(column).ifPresent(fields::add);
      }
      return new Shapes.Returned(ValueType.of(ValueType.Base.UNKNOWN), fields, true);
    }
    boolean many = returns.startsWith("SETOF ");
    String type = many ? returns.substring("SETOF ".length()) : returns;
    return new Shapes.Returned(types.of(type), type.equals("record") ? results : List.of(), many);
  }

  /**
   * A name and what stands behind it.
   *
   * @param name without its quotes
   * @param type the type, and perhaps more
   */
  record Named(String name, String type) {}

  /** {@code "odd name" integer} in its two halves; empty where there is only one word. */
  static Optional<Named> named(String text) {
    int end = text.startsWith("\"") ? endOfQuoted(text) : text.indexOf(' ');
    if (end <= 0 || end >= text.length()) {
      return Optional.empty();
    }
    String name = NamePath.parse(text.substring(0, end)).get(0);
    return Optional.of(new Named(name, text.substring(end).strip()));
  }

  private static int endOfQuoted(String text) {
    int at = 1;
    while (at < text.length()) {
      if (text.charAt(at) == '"') {
        if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
          return at + 1;
        }
        at++;
      }
      at++;
    }
    return text.length();
  }
}
