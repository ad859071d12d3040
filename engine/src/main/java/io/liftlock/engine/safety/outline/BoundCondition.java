package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition that a partition's bound puts on its rows, written so that the server recognises a
 * check of it as the proof that no row has to be read: {@code get_qual_for_range}, {@code
 * get_qual_for_list} and {@code get_qual_for_hash} of PostgreSQL's {@code partbounds.c}.
 *
 * @param parts what AND joins, in order
 */
public record BoundCondition(List<String> parts) {

  /** Copies the parts. */
  public BoundCondition {
    parts = List.copyOf(parts);
  }

  /**
   * The condition of a bound.
   *
   * @param parent what is divided
   * @param bound FOR VALUES as written
   * @return empty where it cannot be said: the key is not known, or has expressions
   */
  public static Optional<BoundCondition> of(TableOutline parent, Expression bound) {
    return parent
        .partitionKey()
        .filter(key -> !key.expressions())
        .flatMap(
            key -> {
              BoundText text = BoundText.of(bound.text());
              return switch (key.strategy()) {
                case "range" -> range(key.columns(), text.behind("from"), text.behind("to"));
                case "list" -> list(key.columns(), text.behind("in"));
                case "hash" -> hash(parent.name(), key.columns(), text.behind("with"));
                default -> Optional.empty();
              };
            });
  }

  /**
   * The condition of a bound together with those of the partitioned tables above: rows of a
   * partition have to satisfy all of them.
   */
  public static Optional<BoundCondition> within(
      Outline outline, TableOutline parent, Expression bound) {
    Optional<BoundCondition> own = of(parent, bound);
    Optional<PartitionOutline> place = parent.partitionOf();
    if (own.isEmpty() || place.isEmpty()) {
      return own;
    }
    return place
        .flatMap(PartitionOutline::bound)
        .flatMap(
            outer ->
                outline.table(place.get().parent()).flatMap(above -> within(outline, above, outer)))
        .map(
            outer ->
                new BoundCondition(
                    Stream.concat(outer.parts().stream(), own.get().parts().stream()).toList()));
  }

  /** As a check says it. */
  public String sql() {
    return parts.size() == 1
        ? parts.get(0)
        : parts.stream()
            .map(part -> part.contains(" OR ") && !part.startsWith("(") ? "(" + part + ")" : part)
            .collect(Collectors.joining(" AND "));
  }

  /** That no row satisfies it, as a check of the default partition says it. */
  public String excluding() {
    return "NOT (" + sql() + ")";
  }

  /** Whether the checks of a table say that all of its rows satisfy it. */
  public boolean isHeldBy(TableOutline table) {
    Set<String> proven =
        table.constraints().stream()
            .filter(ConstraintOutline::isProven)
            .flatMap(each -> each.check().stream())
            .flatMap(each -> each.conjuncts().stream())
            .map(PlainSql::of)
            .collect(Collectors.toSet());
    table.columns().stream()
        .filter(ColumnOutline::notNull)
        .map(column -> PlainSql.of(RelationName.quoted(column.name()) + " IS NOT NULL"))
        .forEach(proven::add);
    return parts.stream().map(PlainSql::of).allMatch(proven::contains);
  }

  /** Whether the checks of a table say that none of its rows satisfies it. */
  public boolean isExcludedBy(TableOutline table) {
    String none = PlainSql.of(excluding());
    return table.constraints().stream()
        .filter(ConstraintOutline::isProven)
        .flatMap(each -> each.check().stream())
        .flatMap(each -> Stream.concat(Stream.of(each.text()), each.conjuncts().stream()))
        .map(PlainSql::of)
        .anyMatch(none::equals);
  }

  private static Optional<BoundCondition> range(
      List<String> columns, List<String> from, List<String> to) {
    int count = columns.size();
    if (from.size() != count || to.size() != count) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    columns.forEach(column -> parts.add(RelationName.quoted(column) + " IS NOT NULL"));
    int same = 0;
    while (same < count - 1 && from.get(same).equals(to.get(same)) && !isOpen(from.get(same))) {
      parts.add(RelationName.quoted(columns.get(same)) + " = " + from.get(same));
      same++;
    }
    for (boolean lower : new boolean[] {true, false}) {
      List<String> side = (lower ? from : to).subList(same, count);
      if (isOpen(side.get(0))) {
        continue;
      }
      if (side.stream().anyMatch(BoundCondition::isOpen)) {
        return Optional.empty();
      }
      parts.add(beyond(columns.subList(same, count), side, lower));
    }
    return Optional.of(new BoundCondition(parts));
  }

  /** {@code a > 1 OR (a = 1 AND b >= 2)}; to the other side {@code <} and {@code <}. */
  private static String beyond(List<String> columns, List<String> values, boolean lower) {
    List<String> ways = new ArrayList<>();
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = RelationName.quoted(columns.get(i));
      String least = i == columns.size() - 1 ? " >= " : " > ";
      List<String> way = new ArrayList<>(equal);
      way.add(column + (lower ? least : " < ") + values.get(i));
      String all = String.join(" AND ", way);
      ways.add(way.size() > 1 ? "(" + all + ")" : all);
      equal.add(column + " = " + values.get(i));
    }
    return ways.size() > 1 ? "(" + String.join(" OR ", ways) + ")" : ways.get(0);
  }

  private static boolean isOpen(String value) {
    return value.equalsIgnoreCase("minvalue") || value.equalsIgnoreCase("maxvalue");
  }

  private static Optional<BoundCondition> list(List<String> columns, List<String> all) {
    if (columns.size() != 1 || all.isEmpty()) {
      return Optional.empty();
    }
    String column = RelationName.quoted(columns.get(0));
    List<String> values = all.stream().filter(value -> !value.equalsIgnoreCase("null")).toList();
    String in = column + " IN (" + String.join(", ", values) + ")";
    if (values.isEmpty()) {
      return Optional.of(new BoundCondition(List.of(column + " IS NULL")));
    }
    return Optional.of(
        new BoundCondition(
            values.size() == all.size()
                ? List.of(column + " IS NOT NULL", in)
                : List.of(column + " IS NULL OR " + in)));
  }

  private static Optional<BoundCondition> hash(
      RelationName parent, List<String> columns, List<String> pairs) {
    Map<String, String> numbers = new HashMap<>();
    for (String pair : pairs) {
      String[] sides = pair.split("\\s+");
      if (sides.length == 2) {
        numbers.put(sides[0].toLowerCase(Locale.ROOT), sides[1]);
      }
    }
    if (!numbers.keySet().equals(Set.of("modulus", "remainder"))) {
      return Optional.empty();
    }
    return Optional.of(
        new BoundCondition(
            List.of(
                "pg_catalog.satisfies_hash_partition('%s'::pg_catalog.regclass, %s, %s, %s)"
                    .formatted(
                        parent.toString().replace("'", "''"),
                        numbers.get("modulus"),
                        numbers.get("remainder"),
                        columns.stream()
                            .map(RelationName::quoted)
                            .collect(Collectors.joining(", "))))));
  }
}
