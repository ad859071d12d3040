package io.liftlock.postgres.transfer;

import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.postgres.sql.Quoted;
import io.liftlock.postgres.transfer.TypedColumn.Collation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says which rows lie in a range, as a condition for WHERE that means the same rows in the source
 * and in the target. Text is therefore ordered by its bytes: two servers, or two releases of one
 * operating system, may order it otherwise by the same collation, and a range that is copied again
 * would then delete other rows than it brings. Where the key's index is not ordered by bytes, it is
 * not used for ranges.
 */
final class RangeSql {

  private final Map<String, TypedColumn> columns;

  /**
   * @param columns of the table, by name; at least those of the ranges' keys
   */
  RangeSql(Map<String, TypedColumn> columns) {
    this.columns = Map.copyOf(columns);
  }

  /** The condition; {@code TRUE} for all rows. Built for a table without an alias. */
  String condition(Range range) {
    return range.match(
        new Range.Cases<>() {
          @Override
          public String all(Range.All all) {
            return "TRUE";
          }

          @Override
          public String keys(Range.Keys keys) {
            return between(keys);
          }

          @Override
          public String pages(Range.Pages pages) {
            return "ctid >= '(" + pages.from() + ",0)'::pg_catalog.tid" + pagesEnd(pages.to());
          }

          @Override
          public String oneOf(Range.OneOf some) {
            return among(some);
          }
        });
  }

  private static String pagesEnd(@Nullable Long end) {
    return end == null ? "" : " AND ctid < '(" + end + ",0)'::pg_catalog.tid";
  }

  private String between(Range.Keys keys) {
    List<TypedColumn> key = typed(keys.columns());
    List<String> conditions = new ArrayList<>();
    keys.first().ifPresent(from -> conditions.add(ordered(key) + " >= " + ordered(key, from)));
    keys.end().ifPresent(to -> conditions.add(ordered(key) + " < " + ordered(key, to)));
    return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
  }

  private String among(Range.OneOf some) {
    if (some.keys().isEmpty()) {
      return "FALSE";
    }
    List<TypedColumn> key = typed(some.columns());
    String left = row(key.stream().map(RangeSql::exact).toList());
    // A single column's list is one look-up per key in the index; VALUES is a join of two lists,
    // which stays fast for thousands of keys of several columns.
    String values =
        some.keys().stream()
            .map(one -> row(literals(key, one)))
            .collect(Collectors.joining(", ", key.size() == 1 ? "(" : "(VALUES ", ")"));
    return left + " IN " + values;
  }

  /** The columns, as ORDER BY needs them for the order that ranges are cut in. */
  String order(List<String> names) {
    return typed(names).stream().map(RangeSql::ordered).collect(Collectors.joining(", "));
  }

  private List<TypedColumn> typed(List<String> names) {
    return names.stream().map(this::typed).toList();
  }

  private TypedColumn typed(String name) {
    TypedColumn column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("a range's key has a column that the table has not");
    }
    return column;
  }

  private static String ordered(List<TypedColumn> key) {
    return row(key.stream().map(RangeSql::ordered).toList());
  }

  private static String ordered(List<TypedColumn> key, Key values) {
    return row(literals(key, values));
  }

  private static String row(List<String> parts) {
    return parts.size() == 1 ? parts.get(0) : parts.stream().collect(inParentheses());
  }

  private static Collector<CharSequence, ?, String> inParentheses() {
    return Collectors.joining(", ", "(", ")");
  }

  /** What is compared by size. */
  private static String ordered(TypedColumn column) {
    String name = Quoted.identifier(column.name());
    if (isText(column)) {
      return name + "::pg_catalog.text COLLATE pg_catalog.\"C\"";
    }
    // Not where it is ordered so anyway: an index only serves the very collation it was built with.
    return switch (column.collation()) {
      case NONE, BYTES -> name;
      case LANGUAGE, BLURRED -> name + " COLLATE pg_catalog.\"C\"";
    };
  }

  /** What is compared for being the same; every index of the key serves that where it can. */
  private static String exact(TypedColumn column) {
    boolean blurred = column.collation() == Collation.BLURRED;
    return blurred || isText(column) ? ordered(column) : Quoted.identifier(column.name());
  }

  /**
   * Whether values are compared as text: those of extensions, whose operators are not found without
   * their schema and may call different texts equal, as citext's do, and composite ones, which may
   * hold such. Enums are not: their order is a part of the schema.
   */
  private static boolean isText(TypedColumn column) {
    return !column.builtIn() && column.kind() != 'e';
  }

  private static List<String> literals(List<TypedColumn> key, Key values) {
    List<String> literals = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      TypedColumn column = key.get(i);
      String type = isText(column) ? "pg_catalog.text" : column.type();
      literals.add(Quoted.literal(values.values().get(i)) + "::" + type);
    }
    return literals;
  }
}
