package io.liftlock.cli;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.runtime.NamedSchema;
import java.util.List;

/** One table or view as people ask for it: columns, indexes, policies, triggers, references. */
final class RelationText {

  private final Terminal terminal;
  private final Schema schema;

  private RelationText(Terminal terminal, Schema schema) {
    this.terminal = terminal;
    this.schema = schema;
  }

  static void print(Terminal terminal, NamedSchema named, SchemaObject relation) {
    new RelationText(terminal, named.schema()).print(relation);
  }

  private void print(SchemaObject relation) {
    ObjectText text = new ObjectText(relation);
    terminal.say(
        terminal.paint(Style.DIM, relation.kind().word())
            + " "
            + terminal.paint(Style.BOLD, relation.id().qualified())
            + (text.summary().isEmpty() ? "" : "  " + text.summary()));
    text.body().forEach(line -> terminal.say("  " + line));
    titled(ColumnRows.of(schema, relation));
    constraints(relation.id());
    titled(IndexRows.of(schema, List.of(relation)));
    titled(PolicyRows.of(schema, List.of(relation)));
    others(relation.id(), ObjectKind.TRIGGER);
    others(relation.id(), ObjectKind.RULE);
    referencedBy(relation.id());
  }

  private void titled(Table table) {
    if (!table.isEmpty()) {
      terminal.say("");
      table.print(terminal);
    }
  }

  private void constraints(ObjectId relation) {
    Table table = new Table("constraint", "definition");
    for (SchemaObject constraint : schema.parts(relation, ObjectKind.CONSTRAINT)) {
      ObjectText text = new ObjectText(constraint);
      String body = text.body().isEmpty() ? "" : "  " + String.join("; ", text.body());
      table.row(ObjectText.name(constraint.id()), text.summary() + body);
    }
    titled(table);
  }

  private void others(ObjectId relation, ObjectKind kind) {
    Table table = new Table(kind.word(), "definition");
    for (SchemaObject part : schema.parts(relation, kind)) {
      ObjectText text = new ObjectText(part);
      List<String> body = text.body();
      table.row(
          ObjectText.name(part.id()),
          text.summary().isEmpty() ? String.join(" ", body) : text.summary());
    }
    titled(table);
  }

  private void referencedBy(ObjectId relation) {
    Table table = new Table("referenced by", "columns", "constraint");
    for (SchemaObject object : schema.of(ObjectKind.CONSTRAINT)) {
      Constraint key = new Constraint(object);
      if (key.references().filter(relation.qualified()::equals).isPresent()) {
        table.row(
            schema.whole(object.id()).map(whole -> whole.id().qualified()).orElse(""),
            String.join(", ", object.list(Property.COLUMNS)),
            ObjectText.name(object.id()));
      }
    }
    titled(table);
  }
}
