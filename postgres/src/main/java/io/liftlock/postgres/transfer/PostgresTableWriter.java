package io.liftlock.postgres.transfer;

import io.liftlock.core.database.TableWriter;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes over one connection. */
final class PostgresTableWriter implements TableWriter {

  /**
   * Chunks do not wait for the disk. A server that fails loses the last ones whole, rows and ledger
   * alike, and they are copied again; the ledger's last word waits, and makes all before it
   * lasting.
   */
  private static final String WITHOUT_WAITING =
      "SELECT pg_catalog.set_config('synchronous_commit', 'off', true)";

  private final Link link;
  private final CopyLock lock;
  private final ServerReading reading;
  private final DefaultPath path;
  private final TargetTables tables;
  private final TableColumns columns;

  PostgresTableWriter(Connector connector, CopyLock lock) {
    this.link = PinnedLink.open(connector);
    this.lock = lock;
    this.reading = new ServerReading(() -> PinnedLink.open(connector));
    this.path = new DefaultPath(link);
    this.tables = new TargetTables(link);
    this.columns = new TableColumns(link);
  }

  @Override
  public ChunkWrite begin(String copyId, RowLoad load) {
    String doing = "rows cannot be copied into " + load.table().qualified();
    List<String> statements = new ArrayList<>();
    statements.add("BEGIN");
    statements.add(WITHOUT_WAITING);
    statements.add(path.forTransaction());
    if (load.replaced() != null) {
      String condition = new RangeSql(columns(load.table())).condition(load.replaced());
      // A run that was taken for dead may be copying the same part again. Its rows are seen by the
      // DELETE only when that waits until they are committed.
      statements.add(
          "SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended("
              + Quoted.literal(copyId + " " + load.table() + " " + condition)
              + ", 0))");
      statements.add(
          LargeObjects.are(load.table())
              ? LargeObjectStream.unlink(condition)
              : "DELETE FROM " + tables.only(load.table()) + " WHERE " + condition);
    }
    if (LargeObjects.are(load.table())) {
      statements.add(LargeObjectStream.PREPARE);
    }
    Exchange.ask(link, doing, statements);
    try {
      return new ChunkLoad(link, lock, copyId, load, rows(load, doing));
    } catch (RuntimeException e) {
      Exchange.undo(link);
      throw e;
    }
  }

  private Map<String, TypedColumn> columns(ObjectId table) {
    return LargeObjects.are(table) ? LargeObjects.slices() : columns.of(table);
  }

  private RowStream rows(RowLoad load, String doing) {
    RowStream rows =
        load.format() == RowFormat.TUPLES ? tuples(load, doing) : asTheyAre(load, doing);
    return LargeObjects.are(load.table()) ? new LargeObjectStream(link, doing, rows) : rows;
  }

  private RowStream asTheyAre(RowLoad load, String doing) {
    boolean binary = load.format() == RowFormat.BINARY;
    return CopyStream.open(link, doing, copySql(load, binary), binary);
  }

  private RowStream tuples(RowLoad load, String doing) {
    CopyFields fields = new CopyFields(load, columns(load.table()), reading);
    boolean binary = fields.areBinary();
    CopyStream out = CopyStream.open(link, doing, copySql(load, binary), binary);
    return new TupleStream(out, binary, fields.writers(out, binary));
  }

  /** COPY of no columns has no list of them: it is for tables without any. */
  private static String copySql(RowLoad load, boolean binary) {
    String list =
        load.columns().stream()
            .map(ReadColumn::name)
            .map(Quoted::identifier)
            .collect(Collectors.joining(", "));
    String table =
        LargeObjects.are(load.table()) ? LargeObjectStream.TABLE : TargetTables.name(load.table());
    return "COPY "
        + table
        + (list.isEmpty() ? "" : " (" + list + ")")
        + " FROM STDIN WITH (FORMAT "
        + (binary ? "binary" : "text")
        + ")";
  }

  @Override
  public void empty(String copyId, Collection<ObjectId> sources, Collection<ObjectId> targets) {
    if (targets.isEmpty()) {
      return;
    }
    lock.forget(sources);
    new Emptying(link, tables).empty(copyId, List.copyOf(sources), List.copyOf(targets));
  }

  @Override
  public void restore(String copyId, SuspensionRecord suspended, long memoryBytes) {
    new Restoration(link, path, copyId, memoryBytes).restore(suspended);
  }

  @Override
  public List<SequencePosition> place(List<SequencePosition> positions) {
    return new Sequences(link).place(positions);
  }

  @Override
  public void placeBehindRows(Collection<ObjectId> targets) {
    new Sequences(link).placeBehindRows(List.copyOf(targets));
  }

  @Override
  public void refresh(List<ObjectId> views) {
    for (ObjectId view : new ViewOrder(link).order(views)) {
      Exchange.ask(
          link,
          "the materialized view " + view.qualified() + " cannot be refreshed",
          List.of(
              "BEGIN",
              path.forTransaction(),
              "REFRESH MATERIALIZED VIEW " + TargetTables.name(view),
              "COMMIT"));
    }
  }

  @Override
  public void analyze(Collection<ObjectId> targets) {
    String list =
        targets.stream()
            .filter(table -> !LargeObjects.are(table))
            .map(TargetTables::name)
            .collect(Collectors.joining(", "));
    if (!list.isEmpty()) {
      Exchange.ask(link, "the planner's statistics cannot be refreshed", "ANALYZE " + list);
    }
  }

  @Override
  public void run(List<String> statements) {
    List<String> message = new ArrayList<>();
    message.add("BEGIN");
    // As pg_dump does: what a function's body names may come later, and no search path is set.
    message.add("SELECT pg_catalog.set_config('check_function_bodies', 'off', true)");
    message.addAll(statements);
    message.add("COMMIT");
    Exchange.ask(link, "a statement cannot be run on the target", message);
  }

  @Override
  public void close() {
    reading.close();
    link.close();
  }
}
