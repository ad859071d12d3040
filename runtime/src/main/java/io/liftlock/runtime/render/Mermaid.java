package io.liftlock.runtime.render;

import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A schema as an entity diagram of <a
 * href="https://mermaid.js.org/syntax/entityRelationshipDiagram.html">Mermaid</a>: tables with
 * columns, types and keys, and how many rows of one belong to a row of another. Partitions are left
 * out: their rows are those of their table.
 */
public final class Mermaid {

  /** Long names of types that everybody writes shorter. */
  private static final Map<String, String> SHORT =
      Map.of(
          "timestamp with time zone", "timestamptz",
          "timestamp without time zone", "timestamp",
          "time with time zone", "timetz",
          "time without time zone", "time",
          "character varying", "varchar",
          "double precision", "double");

  private final Schema schema;
  private final Map<ObjectId, String> names = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder("erDiagram\n");

  private Mermaid(Schema schema) {
    this.schema = schema;
  }

  /** The diagram's text. */
  public static String of(Schema schema) {
    return new Mermaid(schema).write();
  }

  private String write() {
    List<Table> tables =
        schema.tables().stream()
            .filter(table -> table.object().text(Property.PARTITION_OF).isEmpty())
            .toList();
    name(tables);
    tables.forEach(this::entity);
    tables.forEach(this::relations);
    return text.toString();
  }

  /** The schema's name is shown where tables are in several. */
  private void name(List<Table> tables) {
    Set<List<String>> schemas = new HashSet<>();
    tables.forEach(table -> schemas.add(table.id().container()));
    Set<String> given = new HashSet<>();
    for (Table table : tables) {
      ObjectId id = table.id();
      // Mermaid takes anything between quotes but these signs.
      String plain =
          (schemas.size() > 1 ? String.join(".", id.path()) : id.name())
              .replaceAll("[\"%\\\\\\p{Cntrl}]", "_");
      String unique = plain;
      for (int number = 2; !given.add(unique); number++) {
        unique = plain + "_" + number;
      }
      names.put(id, unique);
    }
  }

  private void entity(Table table) {
    text.append("  \"").append(names.get(table.id())).append('"');
    if (table.columns().isEmpty()) {
      text.append('\n');
      return;
    }
    text.append(" {\n");
    for (Column column : table.columns()) {
      String name = word(column.name());
      text.append("    ").append(type(column.type())).append(' ').append(name);
      List<String> keys = keys(table, column.name());
      text.append(keys.isEmpty() ? "" : " " + String.join(", ", keys));
      if (!name.equals(column.name())) {
        text.append(" \"").append(quotable(column.name())).append('"');
      }
      text.append('\n');
    }
    text.append("  }\n");
  }

  private List<String> keys(Table table, String column) {
    Set<String> keys = new TreeSet<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint.columns().contains(column)) {
        switch (constraint.type()) {
          case Constraint.PRIMARY_KEY -> keys.add("PK");
          case Constraint.FOREIGN_KEY -> keys.add("FK");
          case Constraint.UNIQUE -> {
            if (constraint.columns().size() == 1) {
              keys.add("UK");
            }
          }
          default -> {}
        }
      }
    }
    List<String> ordered = new ArrayList<>(List.of("PK", "FK", "UK"));
    ordered.retainAll(keys);
    return ordered;
  }

  private void relations(Table table) {
    for (Constraint key : table.foreignKeys()) {
      schema.tables().stream()
          .filter(other -> key.references().filter(other.id().qualified()::equals).isPresent())
          .filter(other -> names.containsKey(other.id()))
          .forEach(other -> relation(table, key, other));
    }
  }

  private void relation(Table table, Constraint key, Table referenced) {
    boolean optional =
        key.columns().stream()
            .anyMatch(name -> table.column(name).map(Column::nullable).orElse(false));
    text.append("  \"")
        .append(names.get(referenced.id()))
        .append(optional ? "\" |o--" : "\" ||--")
        .append(isUnique(table, key.columns()) ? "o| \"" : "o{ \"")
        .append(names.get(table.id()))
        .append("\" : \"")
        .append(quotable(String.join(", ", key.columns())))
        .append("\"\n");
  }

  /** Whether no two rows can be alike in these columns. */
  private boolean isUnique(Table table, List<String> columns) {
    Set<String> wanted = Set.copyOf(columns);
    boolean byConstraint =
        table.constraints().stream()
            .filter(one -> !one.type().equals(Constraint.FOREIGN_KEY))
            .filter(one -> !one.type().equals(Constraint.CHECK))
            .filter(one -> !one.type().equals(Constraint.EXCLUDE))
            .anyMatch(one -> Set.copyOf(one.columns()).equals(wanted));
    return byConstraint
        || schema.parts(table.id(), ObjectKind.INDEX).stream()
            .filter(Mermaid::isWhole)
            .anyMatch(index -> Set.copyOf(index.list(Property.COLUMNS)).equals(wanted));
  }

  private static boolean isWhole(SchemaObject index) {
    return index.is(Property.UNIQUE)
        && !index.is(Property.INVALID)
        && index.text(Property.PREDICATE).isEmpty();
  }

  private static String type(String type) {
    String plain = type;
    for (Map.Entry<String, String> entry : SHORT.entrySet()) {
      plain = plain.replace(entry.getKey(), entry.getValue());
    }
    return plain.isEmpty() ? "any" : word(plain);
  }

  /** Mermaid takes letters, digits and a few signs, and has words of its own for keys. */
  private static String word(String name) {
    String word = name.replaceAll("[^A-Za-z0-9_()\\[\\]-]", "_");
    boolean begins = word.matches("[A-Za-z].*") && !word.matches("(?i)pk|fk|uk");
    return begins ? word : "c_" + word;
  }

  private static String quotable(String text) {
    return text.replaceAll("[\"\\p{Cntrl}]", "_");
  }
}
