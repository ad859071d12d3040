package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;

/** Writes what gives an object another name, in its schema or in another. */
final class Renames {

  private Renames() {}

  static List<String> sql(Schema from, Change.Rename rename) {
    ObjectId before = rename.from();
    ObjectId after = rename.to();
    String name = Quoted.name(after.name());
    if (before.kind() == ObjectKind.COLUMN || before.kind() == ObjectKind.CONSTRAINT) {
      ObjectKind whole = from.whole(before).map(SchemaObject::kind).orElse(ObjectKind.TABLE);
      return List.of(
          "ALTER "
              + Address.keyword(whole)
              + " "
              // An earlier rename may have been that of the table.
              + Address.whole(after)
              + " RENAME "
              + before.kind().word().toUpperCase(java.util.Locale.ROOT)
              + " "
              + Quoted.name(before.name())
              + " TO "
              + name);
    }
    List<String> sql = new ArrayList<>();
    ObjectId place = before;
    if (!before.kind().isPart() && movesSchema(before, after)) {
      sql.add("ALTER " + Address.of(before) + " SET SCHEMA " + Quoted.name(after.path().get(0)));
      place = before.withPath(List.of(after.path().get(0), before.name()));
    } else if (before.kind().isPart()) {
      List<String> path = new ArrayList<>(after.container());
      path.add(before.name());
      place = before.withPath(path);
    }
    if (!before.name().equals(after.name())) {
      sql.add("ALTER " + Address.of(place) + " RENAME TO " + name);
    }
    return sql;
  }

  private static boolean movesSchema(ObjectId before, ObjectId after) {
    return before.path().size() > 1 && !before.path().get(0).equals(after.path().get(0));
  }
}
