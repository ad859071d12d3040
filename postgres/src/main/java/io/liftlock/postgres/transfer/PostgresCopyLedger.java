package io.liftlock.postgres.transfer;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.error.Bug;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.OwnSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in tables of the schema {@code liftlock}, over a connection of its own that is opened
 * when it is first needed, and again when it was lost.
 */
final class PostgresCopyLedger implements CopyLedger, AutoCloseable {

  /** How many rows one INSERT takes. */
  private static final int ROWS = 500;

  /** How many things one transaction takes away, so that the server's lock table has the room. */
  private static final int SUSPENSIONS = 200;

  private static final String UNREADABLE = "the ledger of copies cannot be read";
  private static final String UNWRITABLE = "the ledger of copies cannot be written";

  private final Supplier<Link> connect;
  private final CopyLock lock;
  private @Nullable Link open;

  PostgresCopyLedger(Supplier<Link> connect, CopyLock lock) {
    this.connect = connect;
    this.lock = lock;
  }

  private Link link() {
    Link link = open;
    if (link == null || link.isClosed()) {
      link = connect.get();
      open = link;
    }
    return link;
  }

  @Override
  public synchronized Optional<CopyState> unfinished() {
    return read(CopyRun.State.COPYING);
  }

  @Override
  public synchronized Optional<CopyState> last() {
    return read(CopyRun.State.DONE);
  }

  private Optional<CopyState> read(CopyRun.State state) {
    if (form().isEmpty()) {
      return Optional.empty();
    }
    // One snapshot for all of them.
    List<Reply> begun =
        Exchange.ask(
            link(),
            UNREADABLE,
            List.of("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY", LedgerTables.run(state)));
    List<CopyRun> runs = LedgerRows.runs(begun.get(1));
    if (runs.isEmpty()) {
      Exchange.undo(link());
      return Optional.empty();
    }
    CopyRun run = runs.get(0);
    List<String> statements = new ArrayList<>(LedgerTables.parts(run.id()));
    statements.add("COMMIT");
    List<Reply> parts = Exchange.ask(link(), UNREADABLE, statements);
    return Optional.of(
        new CopyState(
            run,
            LedgerRows.snapshots(parts.get(0)),
            LedgerRows.chunks(parts.get(1)),
            LedgerRows.suspensions(parts.get(2))));
  }

  /** The form of the tables; empty where there are none. */
  private Optional<Integer> form() {
    Answer answer = link().ask(OwnSchema.readForm(LedgerTables.FORM_KEY), Link.Rows.KEEP);
    if (Set.of("42P01", "3F000").contains(answer.sqlState())) {
      return Optional.empty();
    }
    if (answer.failure() != null) {
      throw Failures.error(UNREADABLE, answer.failure());
    }
    Reply reply = answer.replies().get(0);
    if (reply.rows().isEmpty()) {
      return Optional.empty();
    }
    int form = Integer.parseInt(reply.required(0, 0));
    if (form > LedgerTables.FORM) {
      throw new StateError(
          Problem.error(
                  ErrorCode.HISTORY_TOO_NEW,
                  "a newer liftlock has written the ledger of copies: its tables have form "
                      + form
                      + ", this one knows "
                      + LedgerTables.FORM)
              .action("use that liftlock, or a newer one"));
    }
    return Optional.of(form);
  }

  private void prepare() {
    if (form().equals(Optional.of(LedgerTables.FORM))) {
      return;
    }
    try {
      create();
    } catch (DatabaseError e) {
      // Two at once: the other one made it in between, so look again and add what is missing.
      if (!Set.of("23505", "42P07", "42P06").contains(String.valueOf(e.sqlState()))) {
        throw e;
      }
      create();
    }
  }

  private void create() {
    String doing = "the ledger of copies cannot be made";
    List<String> statements = new ArrayList<>();
    statements.add("BEGIN");
    // CREATE SCHEMA IF NOT EXISTS asks for the privilege even where there is nothing to do.
    Reply schema =
        Exchange.ask(
            link(), doing, "SELECT 1 FROM pg_catalog.pg_namespace n WHERE n.nspname = 'liftlock'");
    if (schema.rows().isEmpty()) {
      statements.add(OwnSchema.CREATE);
    }
    statements.addAll(LedgerTables.CREATE);
    statements.add("COMMIT");
    Exchange.ask(link(), doing, statements);
  }

  @Override
  public synchronized void begin(CopyRun run, List<ChunkRecord> chunks) {
    prepare();
    List<String> statements = new ArrayList<>();
    statements.add("BEGIN");
    statements.add(LedgerTables.begin(run));
    insert(run.id(), chunks, statements);
    statements.add("COMMIT");
    try {
      Exchange.ask(link(), UNWRITABLE, statements);
    } catch (DatabaseError e) {
      if ("23505".equals(e.sqlState())) {
        throw new StateError(
            Problem.error(
                    ErrorCode.COPY_RUNNING,
                    "a copy into this database has begun and is not done, by another run")
                .action("run the same command again: it finds that copy"),
            e);
      }
      throw e;
    }
  }

  private static void insert(String copyId, List<ChunkRecord> chunks, List<String> statements) {
    for (int from = 0; from < chunks.size(); from += ROWS) {
      int to = Math.min(chunks.size(), from + ROWS);
      statements.add(LedgerTables.chunks(copyId, chunks.subList(from, to)));
    }
  }

  @Override
  public synchronized void plan(String copyId, List<ChunkRecord> chunks) {
    Set<ObjectId> tables = chunks.stream().map(ChunkRecord::table).collect(Collectors.toSet());
    if (tables.size() != 1) {
      throw new IllegalArgumentException("chunks of " + tables.size() + " tables, not of one");
    }
    ObjectId table = tables.iterator().next();
    List<String> look = List.of("BEGIN", LedgerTables.countDone(copyId, table));
    if (Exchange.ask(link(), UNWRITABLE, look).get(1).number(0, 0) > 0) {
      Exchange.undo(link());
      throw new Bug("chunks of " + table.qualified() + " are done and cannot be planned anew");
    }
    List<String> statements = new ArrayList<>();
    statements.add(LedgerTables.unplan(copyId, table));
    insert(copyId, chunks, statements);
    statements.add("COMMIT");
    Exchange.ask(link(), UNWRITABLE, statements);
  }

  @Override
  public synchronized void snapshot(String copyId, SnapshotRecord snapshot) {
    Exchange.ask(link(), UNWRITABLE, LedgerTables.snapshot(copyId, snapshot));
  }

  @Override
  public synchronized void confirm(String copyId, ChunkRecord chunk) {
    ChunkRecord.Copied copied = chunk.copied();
    if (copied == null) {
      throw new IllegalArgumentException("a chunk that is not done cannot be confirmed");
    }
    Exchange.ask(
        link(), UNWRITABLE, LedgerTables.done(copyId, chunk, copied, "k.hash IS NOT NULL"));
  }

  /**
   * Takes things away, in groups that are each one transaction. What the ledger says is away
   * already is not taken away again, so a caller whose connection was lost may ask once more.
   */
  @Override
  public synchronized List<SuspensionRecord> suspend(String copyId, List<Suspension> suspensions) {
    List<SuspensionRecord> known = suspensions(copyId);
    Set<Suspension> away =
        known.stream()
            .filter(record -> !record.isRestored())
            .map(SuspensionRecord::suspension)
            .collect(Collectors.toSet());
    int ordinal = known.stream().mapToInt(SuspensionRecord::ordinal).max().orElse(-1) + 1;
    List<Suspension> left = suspensions.stream().filter(one -> !away.contains(one)).toList();
    for (int from = 0; from < left.size(); from += SUSPENSIONS) {
      List<Suspension> group = left.subList(from, Math.min(left.size(), from + SUSPENSIONS));
      takeAway(copyId, ordinal, group);
      ordinal += group.size();
    }
    Set<Suspension> asked = Set.copyOf(suspensions);
    return suspensions(copyId).stream()
        .filter(record -> !record.isRestored() && asked.contains(record.suspension()))
        .toList();
  }

  private void takeAway(String copyId, int firstOrdinal, List<Suspension> group) {
    List<String> statements = new ArrayList<>();
    statements.add("BEGIN");
    int ordinal = firstOrdinal;
    for (Suspension suspension : group) {
      statements.add(LedgerTables.suspension(copyId, ordinal++, suspension));
      statements.addAll(suspension.removal());
    }
    statements.add("COMMIT");
    Exchange.insist(
        link(), "what stands in the way of the rows cannot be taken away for a while", statements);
  }

  private List<SuspensionRecord> suspensions(String copyId) {
    return LedgerRows.suspensions(
        Exchange.ask(link(), UNREADABLE, LedgerTables.suspensions(copyId)));
  }

  /**
   * Remembers how far a copy is. DONE is written only when the ledger says so, too: a server that
   * failed and started again may have lost the last chunks together with their rows, since these
   * are committed without waiting for the disk. This one waits, which makes all before it lasting.
   */
  @Override
  public synchronized void state(String copyId, CopyRun.State state) {
    Link link = link();
    List<Reply> replies =
        Exchange.ask(
            link,
            UNWRITABLE,
            List.of(
                "BEGIN",
                """
                SELECT pg_catalog.set_config('synchronous_commit', 'on', true)
                 WHERE pg_catalog.current_setting('synchronous_commit') = 'off'\
                """,
                LedgerTables.state(copyId, state),
                LedgerTables.open(copyId)));
    long chunks = replies.get(3).number(0, 0);
    long suspensions = replies.get(3).number(0, 1);
    if (state == CopyRun.State.DONE && chunks + suspensions > 0) {
      Exchange.undo(link);
      throw new StateError(
          Problem.error(
                  ErrorCode.COPY_UNFINISHED,
                  "the copy is not done: "
                      + chunks
                      + " chunks are not copied, and "
                      + suspensions
                      + " things that were taken away are not back")
              .action("run the same command again: it finds out what took effect, and continues"));
    }
    Exchange.ask(link, UNWRITABLE, "COMMIT");
  }

  @Override
  public Lock lock() {
    lock.take();
    return lock;
  }

  @Override
  public synchronized void close() {
    lock.close();
    Link link = open;
    if (link != null) {
      link.close();
    }
  }
}
