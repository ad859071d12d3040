package io.liftlock.sqlite;

import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.LinkSource;
import io.liftlock.sqlite.sql.Quoted;
import java.sql.SQLException;
import java.util.List;

/**
 * Empties a database where it stands, in one transaction. The file is not replaced: other
 * connections would go on with the old one, and its journals would belong to neither.
 */
final class Wipe {

  private final LinkSource links;

  Wipe(LinkSource links) {
    this.links = links;
  }

  /** An object of the catalog. */
  private record Named(String type, String name) {
    String dropSql() {
      return "DROP " + type + " IF EXISTS main." + Quoted.identifier(name);
    }
  }

  /**
   * Drops every table, view and trigger; does nothing where there is no file.
   *
   * @throws io.liftlock.core.error.DatabaseError where something cannot be dropped; then nothing is
   */
  void wipe() {
    if (links.ifThere().isEmpty()) {
      return;
    }
    // On a connection of its own: it must not inherit anything, and leaves nothing behind.
    links.drop();
    Link link = links.get();
    try {
      link.execute("PRAGMA foreign_keys = OFF");
      link.execute("BEGIN IMMEDIATE");
      boolean done = false;
      try {
        dropAll(link);
        link.execute("PRAGMA user_version = 0");
        link.execute("PRAGMA application_id = 0");
        link.execute("COMMIT");
        done = true;
      } finally {
        if (!done) {
          link.rollback();
        }
      }
      // Gives the room back to the disk.
      link.execute("VACUUM");
    } catch (SQLException e) {
      throw Failures.error(links.file(), "emptying the database", e);
    } finally {
      links.drop();
    }
  }

  private static void dropAll(Link link) throws SQLException {
    // Views and triggers first: a table's DROP would stumble over a view that it breaks. A virtual
    // table takes its shadow tables with it, so the catalog is read again after each kind.
    for (String type : List.of("VIEW", "TRIGGER", "VIRTUAL TABLE", "TABLE")) {
      for (Named object : objects(link, type)) {
        link.execute(object.dropSql());
      }
    }
    // Counters of AUTOINCREMENT, and statistics, outlive their tables.
    for (Named left : objects(link, "LEFT")) {
      link.execute("DELETE FROM main." + Quoted.identifier(left.name()));
    }
  }

  private static List<Named> objects(Link link, String type) throws SQLException {
    String where =
        switch (type) {
          case "VIEW" -> "type = 'view'";
          case "TRIGGER" -> "type = 'trigger'";
          case "VIRTUAL TABLE" -> "type = 'table' AND sql LIKE 'CREATE VIRTUAL%'";
          case "TABLE" -> "type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
          default -> "type = 'table' AND name IN ('sqlite_sequence')";
        };
    String drop = type.equals("VIRTUAL TABLE") ? "TABLE" : type;
    return link.query(
        "SELECT name FROM main.sqlite_schema WHERE " + where,
        row -> new Named(drop, row.getString(1)));
  }
}
