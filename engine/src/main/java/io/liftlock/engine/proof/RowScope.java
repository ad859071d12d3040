package io.liftlock.engine.proof;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.schema.Table;
import io.liftlock.core.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whose rows scripts can touch, so that a thousand migrations need not look at a thousand tables
 * each. In a schema of few tables that is all of them. In a larger one it is those whose names
 * stand anywhere in the scripts, and those that foreign keys with actions, inheritance and
 * partitions bring along; and all again as soon as a script may do what its text does not show:
 * through functions, triggers, rules, views, dynamic SQL or CASCADE.
 */
final class RowScope {

  private static final int FEW = 40;
  private static final Pattern HIDDEN =
      Pattern.compile(
          "\\b(do|execute|call|perform|owned)\\b|(?<!on delete )(?<!on update )\\bcascade\\b");
  private static final Set<ObjectKind> ACTING =
      Set.of(
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.FUNCTION,
          ObjectKind.PROCEDURE,
          ObjectKind.OPERATOR);

  private RowScope() {}

  /** Whether a table's rows can be touched. */
  static Predicate<ObjectId> of(Schema schema, List<Migration> way) {
    List<Table> tables = schema.tables();
    if (tables.size() <= FEW) {
      return table -> true;
    }
    StringBuilder text = new StringBuilder();
    for (Migration migration : way) {
      for (Statement statement :
          (Iterable<Statement>)
              Stream.concat(
                      migration.up().stream(), migration.down().stream().flatMap(d -> d.stream()))
                  ::iterator) {
        if (statement.isLarge() || statement.hasCopyData()) {
          return table -> true;
        }
        text.append(statement.text().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")).append('\n');
      }
    }
    String said = text.toString();
    if (HIDDEN.matcher(said).find() || actsBeyondItsText(schema, said)) {
      return table -> true;
    }
    Set<ObjectId> touched = touched(tables, said);
    boolean acted =
        touched.stream()
            .flatMap(table -> schema.parts(table).stream())
            .anyMatch(p -> p.kind() == ObjectKind.TRIGGER || p.kind() == ObjectKind.RULE);
    return acted ? table -> true : touched::contains;
  }

  private static boolean actsBeyondItsText(Schema schema, String said) {
    return schema.objects().values().stream()
        .anyMatch(
            object ->
                object.kind() == ObjectKind.EVENT_TRIGGER
                    || (ACTING.contains(object.kind()) && names(said, object.id())));
  }

  private static boolean names(String said, ObjectId object) {
    return said.contains(object.name().toLowerCase(Locale.ROOT));
  }

  private static Set<ObjectId> touched(List<Table> tables, String said) {
    Set<ObjectId> touched = new HashSet<>();
    Set<String> qualified = new HashSet<>();
    List<Table> rest = new ArrayList<>(tables);
    boolean more = true;
    while (more) {
      int before = touched.size();
      for (Table table : List.copyOf(rest)) {
        if (names(said, table.id()) || follows(table, qualified)) {
          touched.add(table.id());
          qualified.add(table.id().qualified());
          qualified.addAll(parents(table.object()));
          rest.remove(table);
        }
      }
      more = touched.size() > before;
    }
    return touched;
  }

  private static boolean follows(Table table, Set<String> touched) {
    return touched.contains(table.id().qualified())
        || parents(table.object()).stream().anyMatch(touched::contains)
        || table.foreignKeys().stream()
            .filter(key -> key.references().filter(touched::contains).isPresent())
            .map(Constraint::object)
            .anyMatch(key -> said(key, Property.ON_DELETE) || said(key, Property.ON_UPDATE));
  }

  private static boolean said(SchemaObject key, Property action) {
    return key.text(action).isPresent();
  }

  private static List<String> parents(SchemaObject table) {
    List<String> parents = new ArrayList<>(table.list(Property.INHERITS));
    table.text(Property.PARTITION_OF).ifPresent(parents::add);
    return parents;
  }
}
