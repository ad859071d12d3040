package io.liftlock.sqlite.inspect;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import io.liftlock.sqlite.sql.ConstraintName;
import io.liftlock.sqlite.sql.CreateTable;
import io.liftlock.sqlite.sql.Folded;
import io.liftlock.sqlite.sql.Mentions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes objects of a table that is understood: itself, its columns and its constraints. */
final class TableObjects {

  private final ObjectId table;
  private final TableFacts facts;
  private final CreateTable text;
  private final Relations relations;
  private final Map<String, TableFacts> tables;

  /**
   * @param tables all tables, for the keys that foreign keys refer to
   */
  TableObjects(
      TableFacts facts, CreateTable text, Relations relations, Map<String, TableFacts> tables) {
    this.table = ObjectId.of(ObjectKind.TABLE, facts.name);
    this.facts = facts;
    this.text = text;
    this.relations = relations;
    this.tables = tables;
  }

  /** Adds them. */
  void addTo(List<SchemaObject> objects, List<NotModelled> notModelled) {
    objects.add(
        SchemaObject.builder(table)
            .flag(Property.STRICT, text.strict())
            .flag(Property.WITHOUT_ROWID, text.withoutRowid())
            .flag(Property.AUTOINCREMENT, text.autoincrement())
            .build());
    for (int i = 0; i < text.columns().size(); i++) {
      objects.add(column(text.columns().get(i), facts.columns.get(i).notNull(), i + 1));
    }
    Map<String, Integer> numbers = new HashMap<>();
    text.constraints().stream()
        .sorted(Comparator.comparing(CreateTable.Constraint::definition))
        .forEach(
            constraint -> {
              String given = constraint.name();
              if (given != null && ConstraintName.isAmbiguous(given)) {
                notModelled.add(
                    new NotModelled(
                        "constraint",
                        table.part(ObjectKind.CONSTRAINT, given).qualified(),
                        "its name looks like one that liftlock gives to constraints without one"));
                return;
              }
              objects.add(constraint(constraint, numbers));
            });
  }

  private SchemaObject column(CreateTable.Column column, boolean notNull, int position) {
    SchemaObject.Builder builder =
        SchemaObject.builder(table.part(ObjectKind.COLUMN, column.name()))
            .set(Property.POSITION, Integer.toString(position))
            .set(Property.TYPE, column.type().isEmpty() ? null : column.type())
            .set(Property.COLLATION, column.collation())
            .flag(Property.NOT_NULL, notNull)
            .set(Property.DEFAULT, column.defaultValue());
    String clause = column.notNull();
    if (clause != null && !clause.equals("NOT NULL")) {
      builder.set(Property.OPTIONS, List.of(clause));
    }
    String generated = column.generated();
    if (generated != null) {
      builder
          .set(Property.GENERATED, generated)
          .set(Property.GENERATED_KIND, column.stored() ? "stored" : "virtual");
      Tokens tokens = Tokens.of(Dialect.SQLITE, generated);
      Mentions.names(tokens, 0, tokens.size(), relations.columns(table)).stream()
          .filter(name -> !name.equals(column.name()))
          .forEach(name -> builder.uses(table.part(ObjectKind.COLUMN, name)));
    }
    return builder.build();
  }

  private SchemaObject constraint(CreateTable.Constraint constraint, Map<String, Integer> numbers) {
    String type = type(constraint.kind());
    String given = constraint.name();
    String base =
        given == null
            ? ConstraintName.made(table.name(), constraint.columns(), type, 1)
            : Folded.name(given);
    int number = numbers.merge(base, 1, Integer::sum);
    String name =
        given == null
            ? ConstraintName.made(table.name(), constraint.columns(), type, number)
            : ConstraintName.again(given, number);
    SchemaObject.Builder builder =
        SchemaObject.builder(table.part(ObjectKind.CONSTRAINT, name))
            .set(Property.CONSTRAINT_TYPE, type)
            .set(Property.COLUMNS, constraint.columns())
            .set(Property.DEFINITION, constraint.definition());
    constraint.columns().forEach(column -> builder.uses(table.part(ObjectKind.COLUMN, column)));
    CreateTable.Reference to = constraint.reference();
    if (to != null) {
      reference(to, builder);
    }
    return builder.build();
  }

  private static String type(CreateTable.Kind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> Constraint.PRIMARY_KEY;
      case UNIQUE -> Constraint.UNIQUE;
      case CHECK -> Constraint.CHECK;
      case FOREIGN_KEY -> Constraint.FOREIGN_KEY;
    };
  }

  private void reference(CreateTable.Reference to, SchemaObject.Builder builder) {
    ObjectId parent = relations.find(to.table()).orElse(ObjectId.of(ObjectKind.TABLE, to.table()));
    TableFacts parentFacts = tables.get(parent.name());
    Map<String, String> names = relations.columns(parent);
    List<String> columns = new ArrayList<>();
    to.columns().forEach(name -> columns.add(names.getOrDefault(Folded.name(name), name)));
    if (columns.isEmpty() && parentFacts != null) {
      columns.addAll(parentFacts.primaryKey());
    }
    builder
        .set(Property.REFERENCES, parent.qualified())
        .set(Property.REFERENCED_COLUMNS, columns)
        .set(Property.ON_DELETE, action(to.onDelete()))
        .set(Property.ON_UPDATE, action(to.onUpdate()))
        .flag(Property.DEFERRABLE, to.deferrable())
        .flag(Property.INITIALLY_DEFERRED, to.deferred());
    Set<ObjectId> uses = new TreeSet<>();
    if (parentFacts != null) {
      if (!parent.equals(table)) {
        uses.add(parent);
      }
      columns.stream()
          .filter(name -> names.containsKey(Folded.name(name)))
          .forEach(name -> uses.add(parent.part(ObjectKind.COLUMN, name)));
    }
    builder.uses(uses);
  }

  private static @Nullable String action(String written) {
    return written.equals("NO ACTION") ? null : written.toLowerCase(Locale.ROOT);
  }
}
