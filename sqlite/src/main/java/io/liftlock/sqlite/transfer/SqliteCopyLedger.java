package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.database.LockHolder;
import io.liftlock.core.database.MigrationLock;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.LinkSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Remembers copies in tables that begin with {@code liftlock_copy}. May be used by many threads.
 */
final class SqliteCopyLedger implements CopyLedger {

  private final LinkSource links;
  private final WriteTransaction transaction;
  private final MigrationLock lock;

  /**
   * @param links a connection of its own
   * @param turn who writes next
   * @param lock one copy at a time
   */
  SqliteCopyLedger(LinkSource links, Turn turn, MigrationLock lock) {
    this.links = links;
    this.transaction = new WriteTransaction(links.file(), turn);
    this.lock = lock;
  }

  @Override
  public synchronized Optional<CopyState> unfinished() {
    return state("state = 'copying'");
  }

  @Override
  public synchronized Optional<CopyState> last() {
    return state("state = 'done'");
  }

  private Optional<CopyState> state(String condition) {
    Optional<Link> there = links.ifThere();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    Link link = there.get();
    try {
      List<CopyRun> runs =
          link.query(
              """
              SELECT id, source, source_identity, plan_digest, schema_fingerprint, started_at,
                appends, state
              FROM main.liftlock_copy WHERE %s ORDER BY position DESC LIMIT 1
              """
                  .formatted(condition),
              row ->
                  new CopyRun(
                      row.getString(1),
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      row.getString(5),
                      Instant.parse(row.getString(6)),
                      row.getBoolean(7),
                      CopyRun.State.valueOf(row.getString(8).toUpperCase(Locale.ROOT))));
      if (runs.isEmpty()) {
        return Optional.empty();
      }
      CopyRun run = runs.get(0);
      return Optional.of(
          new CopyState(
              run,
              snapshots(link, run.id()),
              LedgerRows.chunks(link, run.id()),
              LedgerRows.suspensions(link, run.id())));
    } catch (SQLException e) {
      if (Failures.isNoTable(e)) {
        return Optional.empty();
      }
      throw Failures.error(links.file(), "reading what is remembered of copies", e);
    }
  }

  private static List<SnapshotRecord> snapshots(Link link, String copyId) throws SQLException {
    return link.query(
        """
        SELECT number, id, taken_at, consistency, because
        FROM main.liftlock_copy_snapshot WHERE copy = ? ORDER BY number
        """,
        row ->
            new SnapshotRecord(
                row.getInt(1),
                row.getString(2),
                Instant.parse(row.getString(3)),
                new Consistency(
                    Consistency.Degree.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                    row.getString(5))),
        copyId);
  }

  @Override
  public void begin(CopyRun run, List<ChunkRecord> chunks) {
    write(
        "remembering that a copy begins",
        link -> {
          link.execute(LedgerTables.MAKE);
          if (link.value("SELECT 1 FROM main.liftlock_copy WHERE state = 'copying'").isPresent()) {
            throw new StateError(
                Problem.error(
                        ErrorCode.COPY_RUNNING,
                        "a copy into database " + links.file().name() + " is not done")
                    .action("run it again to go on, or give it up"));
          }
          link.update(
              """
              INSERT INTO main.liftlock_copy (id, source, source_identity, plan_digest,
                schema_fingerprint, started_at, appends, state)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)
              """,
              run.id(),
              run.source(),
              run.sourceIdentity(),
              run.planDigest(),
              run.schemaFingerprint(),
              run.startedAt().toString(),
              run.appends() ? 1 : 0,
              word(run.state()));
          for (ChunkRecord chunk : chunks) {
            LedgerRows.write(link, run.id(), chunk);
          }
        });
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void plan(String copyId, List<ChunkRecord> chunks) {
    write(
        "remembering the parts of a table",
        link -> {
          for (ChunkRecord chunk : chunks) {
            link.update(
                "DELETE FROM main.liftlock_copy_chunk WHERE copy = ? AND source = ?",
                copyId,
                LedgerRows.name(chunk.table()));
          }
          for (ChunkRecord chunk : chunks) {
            LedgerRows.write(link, copyId, chunk);
          }
        });
  }

  @Override
  public void snapshot(String copyId, SnapshotRecord snapshot) {
    write(
        "remembering a point that is read at",
        link ->
            link.update(
                """
                INSERT INTO main.liftlock_copy_snapshot (copy, number, id, taken_at, consistency,
                  because)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                copyId,
                snapshot.number(),
                snapshot.id(),
                snapshot.at().toString(),
                word(snapshot.consistency().degree()),
                snapshot.consistency().because()));
  }

  @Override
  public void confirm(String copyId, ChunkRecord chunk) {
    write("remembering a part of a table", link -> LedgerRows.write(link, copyId, chunk));
  }

  @Override
  public List<SuspensionRecord> suspend(String copyId, List<Suspension> suspensions) {
    List<SuspensionRecord> records = new ArrayList<>();
    write(
        "taking indexes and triggers away for a while",
        link -> {
          int ordinal =
              link.value(
                      "SELECT count(*) FROM main.liftlock_copy_suspension WHERE copy = ?", copyId)
                  .map(Integer::valueOf)
                  .orElse(0);
          for (Suspension suspension : suspensions) {
            for (String statement : suspension.removal()) {
              link.execute(statement);
            }
            SuspensionRecord record = new SuspensionRecord(ordinal++, suspension, 0);
            LedgerRows.write(link, copyId, record);
            records.add(record);
          }
        });
    return records;
  }

  @Override
  public void state(String copyId, CopyRun.State state) {
    write(
        "remembering how far a copy is",
        link ->
            link.update(
                "UPDATE main.liftlock_copy SET state = ? WHERE id = ?", word(state), copyId));
  }

  @Override
  public Lock lock() {
    Optional<LockHolder> holder = lock.tryAcquire();
    if (holder.isPresent()) {
      throw new StateError(
          Problem.error(
                  ErrorCode.COPY_RUNNING,
                  "another copy into database "
                      + links.file().name()
                      + " is running: "
                      + holder.get().description())
              .action("let it finish, or end it, and run again"));
    }
    return lock::release;
  }

  private synchronized void write(String what, WriteTransaction.Work work) {
    transaction.run(what, links::get, work);
  }
}
