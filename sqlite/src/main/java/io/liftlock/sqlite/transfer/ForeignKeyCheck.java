package io.liftlock.sqlite.transfer;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.sql.Quoted;
import java.sql.SQLException;
import java.util.List;

/** Looks whether every row of a table has the rows that it refers to. */
final class ForeignKeyCheck {

  private static final String BEGINNING = "PRAGMA main.foreign_key_check(";

  private ForeignKeyCheck() {}

  static String statement(ObjectId table) {
    return BEGINNING + Quoted.identifier(table.name()) + ")";
  }

  /** Whether a statement of a restoration is such a check. */
  static boolean is(String statement) {
    return statement.startsWith(BEGINNING);
  }

  /**
   * Does it. Where a key refers to columns that are not unique, SQLite can check nothing, and
   * nobody can enforce it: such a key is as good as it was.
   *
   * @throws DatabaseError with FOREIGN_KEYS_VIOLATED where a row has no parent
   */
  static void run(Link link, ObjectId table) throws SQLException {
    List<String> orphans = orphans(link, table);
    if (!orphans.isEmpty()) {
      throw new DatabaseError(
          Problem.error(
                  ErrorCode.FOREIGN_KEYS_VIOLATED,
                  "table " + table.qualified() + " has " + String.join(", ", orphans))
              .action(
                  "find them with "
                      + statement(table)
                      + ", add the parents or delete the rows, and run again"),
          null);
    }
  }

  private static List<String> orphans(Link link, ObjectId table) throws SQLException {
    try {
      return link.query(
          """
          SELECT parent, count(*) FROM pragma_foreign_key_check(?, 'main') GROUP BY 1 ORDER BY 1
          """,
          row ->
              row.getLong(2)
                  + (row.getLong(2) == 1 ? " row" : " rows")
                  + " without their row in "
                  + Quoted.name(row.getString(1)),
          table.name());
    } catch (SQLException e) {
      if (Failures.text(e).startsWith("foreign key mismatch")) {
        return List.of();
      }
      throw e;
    }
  }
}
