package io.liftlock.postgres;

import io.liftlock.core.database.HistorySql;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.Work;
import io.liftlock.core.migration.Cancellation;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Step;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;

/** The history as text, for scripts that people run by hand with psql. */
final class WrittenHistory implements HistorySql {

  private final HistoryLocation location;
  private final boolean byDefault;

  WrittenHistory(HistoryLocation location, boolean byDefault) {
    this.location = location;
    this.byDefault = byDefault;
  }

  /**
   * Without a connection nobody knows which schema comes first in the search path; it is public
   * where none is configured.
   */
  static WrittenHistory of(HistoryTable table) {
    String schema = table.schema() == null ? "public" : table.schema();
    return new WrittenHistory(new HistoryLocation(schema, table.table()), table.schema() == null);
  }

  @Override
  public String prepareSql() {
    List<String> statements = new ArrayList<>();
    statements.add("CREATE SCHEMA IF NOT EXISTS liftlock");
    statements.addAll(HistoryTables.SUPPORT);
    statements.add(HistoryTables.createTable(location));
    statements.add(HistoryTables.register(location, byDefault));
    // A view that is there may show further histories of the same database.
    statements.add(
        """
        DO $liftlock$
        BEGIN
          IF pg_catalog.to_regclass('liftlock.applied') IS NULL THEN
        %s;
          END IF;
        END
        $liftlock$\
        """
            .formatted(HistoryTables.view(List.of(location)).indent(4).stripTrailing()));
    return String.join(";\n", statements) + ";\n";
  }

  @Override
  public String writeSql(List<Work> rows) {
    StringBuilder sql = new StringBuilder();
    for (Work row : rows) {
      sql.append(row.match(text())).append(";\n");
    }
    return sql.toString();
  }

  private Work.Cases<String> text() {
    return new Work.Cases<>() {
      @Override
      public String run(Step step) {
        throw new IllegalArgumentException("only rows can be written");
      }

      @Override
      public String append(HistoryEntry entry) {
        return HistoryTables.append(location, entry, Quoted.literal(entry.prevHash()));
      }

      @Override
      public String remember(StatementRecord record) {
        return HistoryTables.remember(location, List.of(record), any -> -1);
      }

      @Override
      public String lock(Work.Lock lock) {
        throw new IllegalArgumentException("only rows can be written");
      }

      @Override
      public String note(Cancellation cancellation) {
        return HistoryTables.note(location, cancellation);
      }
    };
  }
}
