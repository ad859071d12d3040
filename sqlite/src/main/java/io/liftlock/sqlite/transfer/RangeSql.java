package io.liftlock.sqlite.transfer;

import io.liftlock.core.error.Bug;
import io.liftlock.core.schema.Affinity;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.sqlite.sql.Quoted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A range of rows as SQL.
 *
 * @param where a condition with its keyword, or an empty text
 * @param parameters the values of its parameters, in order: texts, numbers and arrays of bytes
 */
record RangeSql(String where, List<Object> parameters) {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}|-?[1-8][0-9]{18}");
  private static final Pattern REAL = Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

  private static final String NOTHING = " WHERE 0";

  RangeSql {
    parameters = List.copyOf(parameters);
  }

  static RangeSql of(TableShape table, Range range) {
    return range.match(
        new Range.Cases<>() {
          @Override
          public RangeSql all(Range.All all) {
            return new RangeSql("", List.of());
          }

          @Override
          public RangeSql keys(Range.Keys keys) {
            return between(table, keys);
          }

          @Override
          public RangeSql pages(Range.Pages pages) {
            throw new Bug("tables of SQLite have no pages that rows could be asked for by");
          }

          @Override
          public RangeSql oneOf(Range.OneOf some) {
            return among(table, some);
          }
        });
  }

  private static RangeSql between(TableShape table, Range.Keys keys) {
    List<String> conditions = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    keys.first()
        .ifPresent(
            from -> {
              conditions.add(names(keys.columns()) + " >= " + marks(from));
              parameters.addAll(values(table, keys.columns(), from));
            });
    keys.end()
        .ifPresent(
            to -> {
              String before = names(keys.columns()) + " < " + marks(to);
              // A primary key of SQLite may hold NULLs, which sort before everything.
              boolean nulls = keys.first().isEmpty() && isNullable(table, keys.columns());
              conditions.add(
                  nulls ? "(" + before + " OR " + names(keys.columns()) + " IS NULL)" : before);
              parameters.addAll(values(table, keys.columns(), to));
            });
    return conditions.isEmpty()
        ? new RangeSql("", List.of())
        : new RangeSql(" WHERE " + String.join(" AND ", conditions), parameters);
  }

  /** Only asked where a key has one column: others that may hold NULL are never cut. */
  private static boolean isNullable(TableShape table, List<String> columns) {
    return columns.size() == 1
        && table.column(columns.get(0)).map(TableShape.Column::nullable).orElse(false);
  }

  private static RangeSql among(TableShape table, Range.OneOf some) {
    if (some.keys().isEmpty()) {
      return new RangeSql(NOTHING, List.of());
    }
    List<Object> parameters = new ArrayList<>();
    some.keys().forEach(key -> parameters.addAll(values(table, some.columns(), key)));
    String row = "(" + String.join(", ", Collections.nCopies(some.columns().size(), "?")) + ")";
    if (some.columns().size() == 1) {
      return new RangeSql(
          " WHERE "
              + names(some.columns())
              + " IN ("
              + String.join(", ", Collections.nCopies(some.keys().size(), "?"))
              + ")",
          parameters);
    }
    return new RangeSql(
        " WHERE "
            + names(some.columns())
            + " IN (VALUES "
            + String.join(", ", Collections.nCopies(some.keys().size(), row))
            + ")",
        parameters);
  }

  private static String names(List<String> columns) {
    String names = columns.stream().map(Quoted::identifier).collect(Collectors.joining(", "));
    return columns.size() == 1 ? names : "(" + names + ")";
  }

  private static String marks(Key key) {
    String marks = String.join(", ", Collections.nCopies(key.values().size(), "?"));
    return key.values().size() == 1 ? marks : "(" + marks + ")";
  }

  private static List<Object> values(TableShape table, List<String> columns, Key key) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Affinity affinity =
          table.column(columns.get(i)).map(TableShape.Column::affinity).orElse(Affinity.INTEGER);
      values.add(value(affinity, key.values().get(i)));
    }
    return values;
  }

  /** What a key's text means in a column of this affinity. */
  static Object value(Affinity affinity, String text) {
    return switch (affinity) {
      case TEXT -> text;
      case BLOB ->
          text.startsWith("\\x") && text.length() % 2 == 0
              ? HexFormat.of().parseHex(text, 2, text.length())
              : number(text);
      case INTEGER, REAL, NUMERIC -> number(text);
    };
  }

  private static Object number(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    return REAL.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
  }
}
