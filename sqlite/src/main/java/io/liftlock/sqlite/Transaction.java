package io.liftlock.sqlite;

import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementFailure.Reason;
import io.liftlock.core.database.StepResult;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Cancellation;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Step;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.LinkSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Everything between BEGIN and COMMIT: all of it, or nothing. Serves once. */
final class Transaction {

  /** Would end our transaction, or fail because it is open. */
  private static final Set<String> ENDS = Set.of("BEGIN", "COMMIT", "END", "ROLLBACK");

  private final LinkSource links;
  private final Link link;
  private final SqliteHistory history;
  private final LockFile lock;
  private final Performer performer;
  private final Refusals refusals;
  private final Foresight foresight;
  private final @Nullable Violations known;

  /** So many statements are timed; a script of more is not remembered one by one anyway. */
  private static final int MOST_TIMED = 10_000;

  private final List<StepResult> results = new ArrayList<>();
  private final Map<Integer, Ran> times = new HashMap<>();
  private long began;
  private @Nullable HistoryEntry lastAppended;

  /**
   * {@code PRAGMA foreign_keys} has already been switched as the foresight wants it.
   *
   * @param known what was violated when an earlier part of the same migration switched enforcement
   *     off, or null where none did
   */
  Transaction(
      LinkSource links,
      SqliteHistory history,
      LockFile lock,
      Performer performer,
      Refusals refusals,
      Foresight foresight,
      @Nullable Violations known) {
    this.links = links;
    this.link = links.get();
    this.history = history;
    this.lock = lock;
    this.performer = performer;
    this.refusals = refusals;
    this.foresight = foresight;
    this.known = known;
  }

  /** Does all of it and commits. */
  List<StepResult> run(Iterable<Work> work) throws StatementFailure {
    int index = -1;
    boolean done = false;
    try {
      // IMMEDIATE: the write lock is taken now or not at all. Two that begin by reading and then
      // both want to write would stand in each other's way.
      link.execute("BEGIN IMMEDIATE");
      began = System.nanoTime();
      if (foresight.continues() != null) {
        RowWriter.refuseOtherTip(history, link, foresight.continues(), -1);
      }
      Violations before = violationsBefore();
      for (Work piece : work) {
        index++;
        action(piece, index).act();
      }
      index = -1;
      if (before != null) {
        refuseViolations(before, Violations.read(link));
      }
      lock.refuseLost();
      commit();
      done = true;
      return results;
    } catch (SQLException e) {
      throw refusals.of(index, null, null, e);
    } finally {
      if (!done) {
        giveUp();
      }
    }
  }

  /** What to compare with at the end, where the rows must fit together again; else null. */
  private @Nullable Violations violationsBefore() throws SQLException {
    if (foresight.saidOff()) {
      return Violations.read(link);
    }
    // A migration in several parts may leave its rows apart between them.
    return foresight.completes() ? known : null;
  }

  private RowWriter.Action action(Work piece, int index) {
    RowWriter rows = new RowWriter(history, link, elapsedMs(), index);
    return piece.match(
        new Work.Cases<RowWriter.Action>() {
          @Override
          public RowWriter.Action run(Step step) {
            return () -> {
              refuseControl(step, index);
              Instant start = Instant.now();
              results.add(performer.perform(link, step, index));
              if (times.size() < MOST_TIMED) {
                times.put(step.ordinal(), new Ran(step.statement().hash(), start, Instant.now()));
              }
            };
          }

          @Override
          public RowWriter.Action append(HistoryEntry entry) {
            lastAppended = entry;
            return rows.append(entry);
          }

          @Override
          public RowWriter.Action remember(StatementRecord record) {
            return rows.remember(timed(record));
          }

          @Override
          public RowWriter.Action lock(Work.Lock lock) {
            return rows.lock(lock);
          }

          @Override
          public RowWriter.Action note(Cancellation cancellation) {
            return rows.note(cancellation);
          }
        });
  }

  /** When a statement of this transaction ran. */
  private record Ran(String hash, Instant startedAt, Instant finishedAt) {}

  /** Of what has just run the adapter knows the times; the runner leaves them to it. */
  private StatementRecord timed(StatementRecord record) {
    Ran ran = times.get(record.ordinal());
    if (ran == null
        || record.startedAt() != null
        || record.state() != EntryState.DONE
        || !ran.hash().equals(record.hash())) {
      return record;
    }
    long holdMs = Duration.between(ran.startedAt(), Instant.now()).toMillis();
    return record.timed(ran.startedAt(), ran.finishedAt(), holdMs);
  }

  private long elapsedMs() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  /**
   * Refuses what would keep half of the work, such as a COMMIT among the statements, and what
   * SQLite silently leaves undone in a transaction that has written.
   */
  private static void refuseControl(Step step, int index) throws StatementFailure {
    if (step.statement().isLarge()) {
      return;
    }
    String sql = step.statement().text();
    List<Beginning.Token> tokens = Beginning.first(sql, 3);
    boolean toSavepoint = tokens.stream().skip(1).anyMatch(token -> token.is("TO"));
    boolean journal = Pragma.of(sql).filter(pragma -> pragma.sets("journal_mode")).isPresent();
    if ((ENDS.contains(Beginning.verb(sql)) && !toSavepoint) || journal) {
      throw Refusals.refuse(
          index,
          Reason.NOT_TRANSACTIONAL,
          Problem.error(
                  ErrorCode.STATEMENT_NOT_TRANSACTIONAL,
                  (journal ? "PRAGMA journal_mode" : Beginning.verb(sql))
                      + " cannot run inside another transaction")
              .at(step.statement().span().place()),
          null);
    }
  }

  private static void refuseViolations(Violations before, Violations after)
      throws StatementFailure {
    List<String> more = after.beyond(before);
    if (!more.isEmpty()) {
      throw Refusals.refuse(-1, Reason.STATEMENT, violated(more), null);
    }
  }

  /** The problem of rows that lost their parent. */
  static Problem violated(List<String> more) {
    return Problem.error(
            ErrorCode.FOREIGN_KEYS_VIOLATED,
            "with foreign_keys off, the migration leaves rows without the row they refer to: "
                + String.join("; ", more)
                + ". Everything was rolled back")
        .action("keep the parents' keys, or change or remove the children in the same migration");
  }

  private void commit() throws StatementFailure {
    try {
      link.execute("COMMIT");
    } catch (SQLException e) {
      giveUp();
      if (Failures.isLock(e) || !isCommitted(e)) {
        throw refusals.of(-1, null, null, e);
      }
      // The commit took effect before what failed behind it, such as removing the journal.
    }
  }

  /** Whether the last row is there after all; where no row was written, nothing is known. */
  private boolean isCommitted(SQLException failed) throws StatementFailure {
    HistoryEntry last = lastAppended;
    try {
      return last != null && history.tip(links.get()).equals(last.hash());
    } catch (SQLException e) {
      failed.addSuppressed(e);
      throw Refusals.refuse(
          -1,
          Reason.CONNECTION,
          Problem.error(
                  ErrorCode.CONNECTION_LOST,
                  "COMMIT failed and the file cannot be read, so it is not known yet whether it"
                      + " took effect: "
                      + links.file().shown())
              .action("when the file can be read again, run: liftlock status"),
          failed);
    }
  }

  private void giveUp() {
    try {
      link.rollback();
    } catch (SQLException e) {
      // The connection is of no more use; SQLite rolls back from its journal at the next one.
      links.drop();
    }
  }
}
