package io.liftlock.cli;

import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import io.liftlock.runtime.NamedSchema;
import java.util.List;

/** A whole schema as a tree for people: everything that the model holds. */
final class SchemaText {

  private static final List<ObjectKind> PARTS =
      List.of(
          ObjectKind.CONSTRAINT,
          ObjectKind.INDEX,
          ObjectKind.TRIGGER,
          ObjectKind.RULE,
          ObjectKind.POLICY);

  private final Terminal terminal;
  private final Schema schema;

  private SchemaText(Terminal terminal, Schema schema) {
    this.terminal = terminal;
    this.schema = schema;
  }

  static void print(Terminal terminal, NamedSchema named) {
    new SchemaText(terminal, named.schema()).print(named);
  }

  private void print(NamedSchema named) {
    long relations =
        schema.objects().keySet().stream().filter(id -> id.kind().isRelation()).count();
    terminal.say(
        "%s  %s %s, %d relations, %d objects"
            .formatted(
                terminal.paint(Style.BOLD, named.name()),
                schema.dialect() == Dialect.SQLITE ? "SQLite" : "PostgreSQL",
                schema.serverVersion(),
                relations,
                schema.objects().size()));
    for (SchemaObject object : schema.objects().values()) {
      if (object.kind() == ObjectKind.SCHEMA) {
        terminal.say("");
        whole(object, "");
        within(object.id().name());
      } else if (!object.kind().isPart() && !isWithinSchema(object)) {
        terminal.say("");
        whole(object, "");
      }
    }
    notModelled(terminal, schema.notModelled());
  }

  private boolean isWithinSchema(SchemaObject object) {
    return schema.dialect() == Dialect.POSTGRES && object.id().path().size() > 1;
  }

  private void within(String name) {
    for (SchemaObject object : schema.objects().values()) {
      if (!object.kind().isPart()
          && isWithinSchema(object)
          && object.id().path().get(0).equals(name)) {
        terminal.say("");
        whole(object, "  ");
      }
    }
  }

  /** An object that is no part, with its parts. */
  private void whole(SchemaObject object, String indent) {
    String deeper = indent + "  ";
    ObjectText text = head(object, indent);
    ColumnRows.of(schema, object).printRows(terminal, deeper);
    text.body().forEach(line -> terminal.say(deeper + line));
    for (ObjectKind kind : PARTS) {
      for (SchemaObject part : schema.parts(object.id(), kind)) {
        say(part, deeper);
      }
    }
  }

  private void say(SchemaObject part, String indent) {
    head(part, indent).body().forEach(line -> terminal.say(indent + "    " + line));
  }

  private ObjectText head(SchemaObject object, String indent) {
    ObjectText text = new ObjectText(object);
    terminal.say(
        indent
            + terminal.paint(Style.DIM, object.kind().word())
            + " "
            + terminal.paint(
                object.kind().isPart() ? Style.PLAIN : Style.BOLD, ObjectText.name(object.id()))
            + (text.summary().isEmpty() ? "" : "  " + text.summary()));
    return text;
  }

  /** What is there and not looked at. */
  static void notModelled(Terminal terminal, List<NotModelled> left) {
    if (left.isEmpty()) {
      return;
    }
    terminal.say("");
    terminal.say(terminal.paint(Style.YELLOW, "not modelled"));
    Table table = new Table("kind", "name", "because");
    left.forEach(one -> table.row(one.kind(), one.name(), one.because()));
    table.printRows(terminal, "  ");
  }
}
