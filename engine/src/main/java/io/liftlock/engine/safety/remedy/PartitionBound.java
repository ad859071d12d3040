package io.liftlock.engine.safety.remedy;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Tokens;
import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The condition that a bound puts on rows, written so that the server recognises a check of it as
 * the proof that no row has to be read: {@code get_qual_for_range}, {@code get_qual_for_list} and
 * {@code get_qual_for_hash} of PostgreSQL's {@code partbounds.c}.
 */
final class PartitionBound {

  private PartitionBound() {}

  /**
   * The condition of a bound.
   *
   * @param parent what is divided
   * @param bound FOR VALUES as written
   * @return empty where it cannot be said: the key is not known, or has expressions
   */
  static Optional<String> condition(TableOutline parent, Expression bound) {
    return parent
        .partitionKey()
        .filter(key -> !key.expressions())
        .flatMap(
            key -> {
              Words words = Words.of(bound.text());
              return switch (key.strategy()) {
                case "range" -> range(key.columns(), words);
                case "list" -> list(key.columns(), words);
                case "hash" -> hash(parent.name(), key.columns(), words);
                default -> Optional.empty();
              };
            });
  }

  private static Optional<String> range(List<String> columns, Words words) {
    List<String> from = values(words, words.find("from"));
    List<String> to = values(words, words.find("to"));
    int count = columns.size();
    if (from.size() != count || to.size() != count) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    columns.forEach(column -> parts.add(RelationName.quoted(column) + " IS NOT NULL"));
    int same = 0;
    while (same < count - 1 && from.get(same).equals(to.get(same)) && !open(from.get(same))) {
      parts.add(RelationName.quoted(columns.get(same)) + " = " + from.get(same));
      same++;
    }
    for (List<String> side : List.of(from, to)) {
      List<String> left = side.subList(same, count);
      if (open(left.get(0))) {
        continue;
      }
      if (left.stream().anyMatch(PartitionBound::open)) {
        return Optional.empty();
      }
      parts.add(beyond(columns.subList(same, count), left, side == from));
    }
    return Optional.of(String.join(" AND ", parts));
  }

  /** {@code a > 1 OR (a = 1 AND b >= 2)}; to the other side {@code <} and {@code <}. */
  private static String beyond(List<String> columns, List<String> values, boolean lower) {
    List<String> ways = new ArrayList<>();
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = RelationName.quoted(columns.get(i));
      boolean last = i == columns.size() - 1;
      List<String> way = new ArrayList<>(equal);
      way.add(column + (lower ? (last ? " >= " : " > ") : " < ") + values.get(i));
      String all = String.join(" AND ", way);
      ways.add(way.size() > 1 ? "(" + all + ")" : all);
      equal.add(column + " = " + values.get(i));
    }
    return ways.size() > 1 ? "(" + String.join(" OR ", ways) + ")" : ways.get(0);
  }

  private static boolean open(String value) {
    return value.equalsIgnoreCase("minvalue") || value.equalsIgnoreCase("maxvalue");
  }

  private static Optional<String> list(List<String> columns, Words words) {
    List<String> all = values(words, words.find("in"));
    if (columns.size() != 1 || all.isEmpty()) {
      return Optional.empty();
    }
    String column = RelationName.quoted(columns.get(0));
    List<String> values = all.stream().filter(value -> !value.equalsIgnoreCase("null")).toList();
    String in = column + " IN (" + String.join(", ", values) + ")";
    if (values.isEmpty()) {
      return Optional.of(column + " IS NULL");
    }
    return Optional.of(
        values.size() == all.size()
            ? column + " IS NOT NULL AND " + in
            : column + " IS NULL OR " + in);
  }

  private static Optional<String> hash(RelationName parent, List<String> columns, Words words) {
    Map<String, String> numbers = new HashMap<>();
    for (String pair : values(words, words.find("with"))) {
      String[] sides = pair.split("\\s+");
      if (sides.length == 2) {
        numbers.put(sides[0].toLowerCase(Locale.ROOT), sides[1]);
      }
    }
    if (!numbers.keySet().equals(Set.of("modulus", "remainder"))) {
      return Optional.empty();
    }
    return Optional.of(
        "pg_catalog.satisfies_hash_partition('%s'::pg_catalog.regclass, %s, %s, %s)"
            .formatted(
                parent.toString().replace("'", "''"),
                numbers.get("modulus"),
                numbers.get("remainder"),
                columns.stream().map(RelationName::quoted).collect(Collectors.joining(", "))));
  }

  /** The values in the parentheses behind a word, as written. */
  private static List<String> values(Words words, int word) {
    List<String> values = new ArrayList<>();
    Tokens tokens = words.tokens();
    int end = word < 0 ? 0 : tokens.behindParens(word + 1) - 1;
    int begin = word + 2;
    for (int i = begin; i < end + 1 && word >= 0; i++) {
      if (tokens.isSign(i, "(")) {
        i = tokens.behindParens(i) - 1;
      } else if (i == end || tokens.isSign(i, ",")) {
        values.add(words.text(begin, i));
        begin = i + 1;
      }
    }
    return values;
  }
}
