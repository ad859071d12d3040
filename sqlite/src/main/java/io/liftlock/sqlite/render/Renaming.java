package io.liftlock.sqlite.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.change.SchemaScript.Statement;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.sqlite.sql.Folded;
import io.liftlock.sqlite.sql.Quoted;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives objects other names. SQLite renames tables and columns, and follows in everything that
 * mentions them; indexes, views and triggers are dropped and made again.
 */
final class Renaming {

  private final Schema from;
  private final List<Statement> statements = new ArrayList<>();

  Renaming(Schema from) {
    this.from = from;
  }

  SchemaScript script(List<Change.Rename> renames) {
    for (Change.Rename rename : renames) {
      ObjectId id = rename.from();
      switch (id.kind()) {
        case TABLE, VIRTUAL_TABLE -> table(id, rename.to());
        case COLUMN -> {
          if (from.whole(id).filter(whole -> whole.kind() == ObjectKind.VIEW).isPresent()) {
            throw impossible(rename, "a column of a view is named by the view's query");
          }
          add(
              rename.to(),
              "ALTER TABLE "
                  + Quoted.name(id.container().get(0))
                  + " RENAME COLUMN "
                  + Quoted.name(id.name())
                  + " TO "
                  + Quoted.name(rename.to().name()));
        }
        case INDEX, TRIGGER, VIEW -> again(rename, !rename.equals(renames.get(0)));
        default -> throw impossible(rename, "SQLite has no name for it that could be changed");
      }
    }
    return new SchemaScript(statements, List.of());
  }

  private void table(ObjectId id, ObjectId to) {
    String name = id.name();
    if (Folded.same(name, to.name())) {
      // SQLite takes the two names for one and would say that the table is there already.
      String between = "liftlock_new_" + to.name();
      add(to, "ALTER TABLE " + Quoted.name(name) + " RENAME TO " + Quoted.name(between));
      name = between;
    }
    add(to, "ALTER TABLE " + Quoted.name(name) + " RENAME TO " + Quoted.name(to.name()));
  }

  /** Only the name in its definition changes, which therefore must be as it was read. */
  private void again(Change.Rename rename, boolean behindOthers) {
    ObjectId id = rename.from();
    SchemaObject object =
        from.find(id)
            .orElseThrow(
                () -> impossible(rename, "what it hangs on is renamed in the same migration"));
    if (behindOthers) {
      throw impossible(rename, "other renames of the same migration may have changed its text");
    }
    if (from.dependents().containsKey(id)) {
      throw impossible(rename, "other objects name it");
    }
    if (id.kind() == ObjectKind.VIEW
        && from.parts(id).stream().anyMatch(part -> part.kind() == ObjectKind.TRIGGER)) {
      throw impossible(rename, "its triggers name it");
    }
    add(rename.to(), ObjectSql.drop(id));
    if (id.kind() == ObjectKind.VIEW) {
      SchemaObject.Builder renamed = SchemaObject.builder(rename.to());
      object.properties().forEach(renamed::set);
      add(rename.to(), ObjectSql.create(renamed.build()));
      return;
    }
    String definition = object.text(Property.DEFINITION).orElse("");
    String head = id.kind() == ObjectKind.TRIGGER ? "CREATE TRIGGER " : "CREATE INDEX ";
    if (object.is(Property.UNIQUE)) {
      head = "CREATE UNIQUE INDEX ";
    }
    String rest = definition.substring((head + Quoted.name(id.name())).length());
    add(rename.to(), head + Quoted.name(rename.to().name()) + rest);
  }

  private void add(ObjectId object, String sql) {
    statements.add(Statement.of(object, sql));
  }

  private static StateError impossible(Change.Rename rename, String because) {
    return new StateError(
        Problem.error(
                ErrorCode.CHANGE_IMPOSSIBLE,
                rename.from() + " cannot be renamed to " + rename.to().name() + ": " + because)
            .action("rename it in a migration of its own, written by hand"));
  }
}
