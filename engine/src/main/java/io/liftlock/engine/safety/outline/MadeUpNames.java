package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.IndexPart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The names that PostgreSQL makes up for constraints, indexes and sequences: {@code
 * makeObjectName}, {@code ChooseRelationName} and {@code ChooseIndexName} of its {@code
 * indexcmds.c}.
 */
final class MadeUpNames {

  /** The longest name, in bytes. */
  private static final int LONGEST = 63;

  private final Holdings holdings;

  MadeUpNames(Holdings holdings) {
    this.holdings = holdings;
  }

  /** {@code users_pkey}. */
  String primaryKey(TableDraft table) {
    return relation(table, "", "pkey", true);
  }

  /** {@code users_email_key}; of an exclusion {@code users_during_excl}. */
  String key(TableDraft table, List<String> columns, String label) {
    return relation(table, joined(columns), label, true);
  }

  /** {@code users_lower_idx}. */
  String index(TableDraft table, List<IndexPart> parts, List<String> included) {
    Stream<String> names = Stream.concat(parts.stream().map(MadeUpNames::word), included.stream());
    return relation(table, joined(distinct(names.toList())), "idx", false);
  }

  /** {@code users_id_seq}. */
  String sequence(TableDraft table, String column) {
    return relation(table, column, "seq", false);
  }

  /** {@code posts_author_fkey}. */
  String foreignKey(TableDraft table, List<String> columns) {
    return constraint(table, joined(columns), "fkey");
  }

  /** {@code users_age_check}; the column only where there is no more than one. */
  String check(TableDraft table, List<String> columns) {
    return constraint(table, columns.size() == 1 ? columns.get(0) : "", "check");
  }

  /** {@code users_email_not_null}, since PostgreSQL 18. */
  String notNull(TableDraft table, String column) {
    return constraint(table, column, "not_null");
  }

  private String relation(TableDraft table, String middle, String label, boolean constraint) {
    return first(
        table,
        middle,
        label,
        name ->
            holdings.hasRelation(name)
                || table.indexes.stream().anyMatch(index -> index.name().equals(name))
                || (constraint && isConstraint(table, name)));
  }

  private String constraint(TableDraft table, String middle, String label) {
    return first(table, middle, label, name -> isConstraint(table, name));
  }

  private boolean isConstraint(TableDraft table, RelationName name) {
    return holdings.relations().hasConstraint(name) || table.constraint(name.name()).isPresent();
  }

  private static String first(
      TableDraft table, String middle, String label, Predicate<RelationName> taken) {
    for (int number = 0; ; number++) {
      String name = of(table.name.name(), middle, number == 0 ? label : label + number);
      if (!taken.test(new RelationName(table.name.schema(), name))) {
        return name;
      }
    }
  }

  /** Joined by underscores; the longer of the first two is cut until all fit. */
  static String of(String first, String second, String label) {
    int room = LONGEST - 1 - bytes(label) - (second.isEmpty() ? 0 : 1);
    String head = first;
    String middle = second;
    while (bytes(head) + bytes(middle) > room) {
      if (bytes(head) > bytes(middle)) {
        head = head.substring(0, head.length() - 1);
      } else {
        middle = middle.substring(0, middle.length() - 1);
      }
    }
    return head + (middle.isEmpty() ? "" : "_" + middle) + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String joined(List<String> names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(text.isEmpty() ? "" : "_").append(name);
      if (text.length() >= LONGEST) {
        break;
      }
    }
    return text.toString();
  }

  /** An expression's part is called by its outermost function, else {@code expr}. */
  private static String word(IndexPart part) {
    return part.column()
        .or(
            () ->
                part.expression()
                    .filter(
                        each ->
                            !each.calls().isEmpty()
                                && each.text()
                                    .matches("(?s)\\(*\\s*[a-z_0-9.]+\\s*\\(.*\\)\\s*\\)*")
                                && each.text()
                                    .replaceFirst("^[(\\s]+", "")
                                    .startsWith(each.calls().get(0).name()))
                    .map(each -> last(each.calls().get(0).name())))
        .orElse("expr");
  }

  private static String last(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  private static List<String> distinct(List<String> names) {
    List<String> distinct = new ArrayList<>();
    for (String name : names) {
      String unused = name;
      for (int i = 1; distinct.contains(unused); i++) {
        unused = name + i;
      }
      distinct.add(unused);
    }
    return distinct;
  }
}
