package io.liftlock.postgres;

import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.Work;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The history as SQL text, for scripts that psql runs by hand. */
final class HistoryScript implements io.liftlock.core.database.HistorySql {

  private final HistoryLocation location;
  private final boolean byDefault;
  private final List<HistoryLocation> histories;

  /**
   * @param location where the history is
   * @param byDefault whether nobody configured its schema
   * @param histories every history of the database that is known
   */
  HistoryScript(HistoryLocation location, boolean byDefault, List<HistoryLocation> histories) {
    this.location = location;
    this.byDefault = byDefault;
    this.histories = List.copyOf(histories);
  }

  /** For a database that cannot be asked: the schema is the configured one, or {@code public}. */
  static HistoryScript of(HistoryTable table) {
    String schema = Objects.requireNonNullElse(table.schema(), "public");
    return new HistoryScript(
        new HistoryLocation(schema, table.table()), table.schema() == null, List.of());
  }

  @Override
  public String prepareSql() {
    List<String> statements = new ArrayList<>();
    statements.add("CREATE SCHEMA IF NOT EXISTS liftlock");
    statements.addAll(HistorySql.SUPPORT);
    statements.add(HistorySql.createTable(location));
    statements.add(HistorySql.register(location, byDefault));
    List<HistoryLocation> all = new ArrayList<>(histories);
    if (!all.contains(location)) {
      all.add(location);
    }
    statements.add(HistorySql.view(all));
    return String.join(";\n", statements) + ";\n";
  }

  @Override
  public String writeSql(List<Work> rows) {
    StringBuilder sql = new StringBuilder();
    for (Work work : rows) {
      sql.append(work.match(new RowSql())).append(";\n");
    }
    return sql.toString();
  }

  private final class RowSql implements Work.Cases<String> {
    @Override
    public String run(Step step) {
      throw new IllegalArgumentException("only rows can be written");
    }

    @Override
    public String append(HistoryEntry entry) {
      return HistorySql.append(location, entry, Quoted.literal(entry.prevHash()));
    }

    @Override
    public String remember(StatementRecord record) {
      return HistorySql.remember(location, List.of(record), any -> -1);
    }
  }
}
