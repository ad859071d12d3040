package io.liftlock.sqlite.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.sql.Quoted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What stands in the way of loading. Indexes and triggers are dropped, and made again from the very
 * text that SQLite keeps of them; the indexes of primary keys and unique constraints have none and
 * stay. Foreign keys are off on the connections that write; checking them stands for their return.
 */
final class Obstacles {

  private final Link link;

  Obstacles(Link link) {
    this.link = link;
  }

  List<Suspension> of(Collection<ObjectId> tables) throws SQLException {
    List<Suspension> found = new ArrayList<>();
    for (ObjectId table : tables) {
      found.addAll(named(table, Suspension.Kind.TRIGGER, "trigger"));
      found.addAll(foreignKeys(table));
      found.addAll(named(table, Suspension.Kind.INDEX, "index"));
    }
    return found;
  }

  private List<Suspension> named(ObjectId table, Suspension.Kind kind, String type)
      throws SQLException {
    return link.query(
        """
        SELECT name, sql FROM main.sqlite_schema
        WHERE type = ? AND lower(tbl_name) = lower(?) AND sql IS NOT NULL
        ORDER BY name
        """,
        row ->
            new Suspension(
                kind,
                table,
                row.getString(1),
                List.of("DROP " + type + " main." + Quoted.identifier(row.getString(1))),
                List.of(row.getString(2)),
                List.of()),
        type,
        table.name());
  }

  private List<Suspension> foreignKeys(ObjectId table) throws SQLException {
    List<ObjectId> parents =
        link.query(
            "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?, 'main') ORDER BY 1",
            row -> ObjectId.of(ObjectKind.TABLE, row.getString(1)),
            table.name());
    return parents.isEmpty()
        ? List.of()
        : List.of(
            new Suspension(
                Suspension.Kind.FOREIGN_KEY,
                table,
                "foreign keys",
                List.of(),
                List.of(ForeignKeyCheck.statement(table)),
                parents.stream().filter(parent -> !parent.equals(table)).toList()));
  }
}
