package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sequences that are not those of identity columns. */
final class SequenceWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject sequence, Passage passage) {
    StringBuilder sql = new StringBuilder("CREATE ");
    sequence
        .text(Property.PERSISTENCE)
        .ifPresent(p -> sql.append(p.toUpperCase(Locale.ROOT)).append(' '));
    sql.append(Address.of(sequence.id()));
    String type = type(sequence);
    if (!type.equals("bigint")) {
      sql.append(" AS ").append(type);
    }
    long increment = number(sequence, Property.INCREMENT, 1);
    if (increment != 1) {
      sql.append(" INCREMENT BY ").append(increment);
    }
    long minimum = number(sequence, Property.MINIMUM, usualMinimum(type, increment));
    if (minimum != usualMinimum(type, increment)) {
      sql.append(" MINVALUE ").append(minimum);
    }
    long maximum = number(sequence, Property.MAXIMUM, usualMaximum(type, increment));
    if (maximum != usualMaximum(type, increment)) {
      sql.append(" MAXVALUE ").append(maximum);
    }
    long start = number(sequence, Property.START, increment > 0 ? minimum : maximum);
    if (start != (increment > 0 ? minimum : maximum)) {
      sql.append(" START WITH ").append(start);
    }
    long cache = number(sequence, Property.CACHE, 1);
    if (cache != 1) {
      sql.append(" CACHE ").append(cache);
    }
    if (sequence.is(Property.CYCLE)) {
      sql.append(" CYCLE");
    }
    return List.of(sql.toString());
  }

  private static String type(SchemaObject sequence) {
    return sequence.text(Property.TYPE).orElse("bigint");
  }

  private static long number(SchemaObject sequence, Property property, long usual) {
    return sequence.text(property).map(Long::parseLong).orElse(usual);
  }

  private static long usualMinimum(String type, long increment) {
    return increment > 0
        ? 1
        : switch (type) {
          case "smallint" -> Short.MIN_VALUE;
          case "integer" -> Integer.MIN_VALUE;
          default -> Long.MIN_VALUE;
        };
  }

  private static long usualMaximum(String type, long increment) {
    return increment < 0
        ? -1
        : switch (type) {
          case "smallint" -> Short.MAX_VALUE;
          case "integer" -> Integer.MAX_VALUE;
          default -> Long.MAX_VALUE;
        };
  }

  @Override
  public List<String> complete(SchemaObject sequence, Passage passage) {
    return sequence
        .text(Property.OWNED_BY)
        .map(column -> List.of(alter(sequence) + " OWNED BY " + column))
        .orElse(List.of());
  }

  private static String alter(SchemaObject sequence) {
    return "ALTER " + Address.of(sequence.id());
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    SchemaObject from = change.from();
    SchemaObject to = change.to();
    List<String> sql = new ArrayList<>();
    StringBuilder options = new StringBuilder();
    if (!type(from).equals(type(to))) {
      options.append(" AS ").append(type(to));
    }
    set(options, from, to, Property.INCREMENT, " INCREMENT BY ");
    set(options, from, to, Property.MINIMUM, " MINVALUE ");
    set(options, from, to, Property.MAXIMUM, " MAXVALUE ");
    set(options, from, to, Property.START, " START WITH ");
    set(options, from, to, Property.CACHE, " CACHE ");
    if (from.is(Property.CYCLE) != to.is(Property.CYCLE)) {
      options.append(to.is(Property.CYCLE) ? " CYCLE" : " NO CYCLE");
    }
    if (!options.isEmpty()) {
      raise(from, to).ifPresent(sql::add);
      sql.add(alter(to) + options);
    }
    if (!from.list(Property.PERSISTENCE).equals(to.list(Property.PERSISTENCE))) {
      sql.add(
          alter(to)
              + " SET "
              + to.text(Property.PERSISTENCE).orElse("logged").toUpperCase(Locale.ROOT));
    }
    if (!from.list(Property.OWNED_BY).equals(to.list(Property.OWNED_BY))) {
      sql.add(alter(to) + " OWNED BY " + to.text(Property.OWNED_BY).orElse("NONE"));
    }
    return Optional.of(sql);
  }

  /** A sequence cannot stand below its new minimum, and stays where it is otherwise. */
  private static Optional<String> raise(SchemaObject from, SchemaObject to) {
    long minimum = number(to, Property.MINIMUM, 1);
    if (minimum <= number(from, Property.MINIMUM, 1)) {
      return Optional.empty();
    }
    String name = Address.name(to.id());
    return Optional.of(
        "SELECT pg_catalog.setval("
            + Quoted.text(name)
            + ", GREATEST(last_value, "
            + minimum
            + "), is_called AND last_value >= "
            + minimum
            + ") FROM "
            + name);
  }

  private static void set(
      StringBuilder sql, SchemaObject from, SchemaObject to, Property property, String words) {
    // A new type brings new limits, unless they were set by hand.
    boolean limits =
        (property == Property.MINIMUM || property == Property.MAXIMUM)
            && !type(from).equals(type(to));
    if (limits || !from.list(property).equals(to.list(property))) {
      to.text(property).ifPresent(value -> sql.append(words).append(value));
    }
  }

  /** What an identity column's sequence shall be like, where all that is not said is usual. */
  static String identityOptions(SchemaObject column) {
    String type = column.text(Property.TYPE).orElse("bigint");
    String options = String.join(" ", column.list(Property.IDENTITY_OPTIONS));
    long increment = option(options, "INCREMENT BY", 1);
    long minimum = option(options, "MINVALUE", usualMinimum(type, increment));
    long maximum = option(options, "MAXVALUE", usualMaximum(type, increment));
    return " SET INCREMENT BY "
        + increment
        + " SET MINVALUE "
        + minimum
        + " SET MAXVALUE "
        + maximum
        + " SET START WITH "
        + option(options, "START WITH", increment > 0 ? minimum : maximum)
        + " SET CACHE "
        + option(options, "CACHE", 1)
        + (Pattern.compile("(?<!NO )\\bCYCLE").matcher(options).find()
            ? " SET CYCLE"
            : " SET NO CYCLE");
  }

  private static long option(String options, String words, long usual) {
    var found = Pattern.compile("\\b" + words + " (-?\\d+)").matcher(options);
    return found.find() ? Long.parseLong(found.group(1)) : usual;
  }
}
