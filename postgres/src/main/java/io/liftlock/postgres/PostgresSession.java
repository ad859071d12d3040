package io.liftlock.postgres;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementFailure.Reason;
import io.liftlock.core.database.StepResult;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Statement;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.watch.BlockerWatch;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The connection that does the work. */
final class PostgresSession implements Session {

  /** Undoes what a script may have set; a role first, since another may not reset the rest. */
  private static final List<String> RESET =
      List.of("RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL");

  private final Link link;
  private final PostgresHistory history;
  private final PostgresLock lock;
  private final StandingSettings standing;
  private final BlockerWatch watch;
  private final Prepared prepared;

  /** Whether a script may have left the session changed. */
  private boolean changed;

  /** Whether that script has ended, so that nothing relies on what it set any more. */
  private boolean ended;

  /** The locks that the open transaction has taken before its statements; null where none. */
  private @Nullable TableLocks held;

  PostgresSession(
      Link link,
      PostgresHistory history,
      PostgresLock lock,
      StandingSettings standing,
      BlockerWatch watch) {
    this.link = link;
    this.history = history;
    this.lock = lock;
    this.standing = standing;
    this.watch = watch;
    this.prepared = new Prepared(link, history, lock);
  }

  @Override
  public void configure(Timeouts timeouts, Map<String, String> settings) throws StatementFailure {
    boolean bringBack = ended && changed;
    if (standing.isInForce(timeouts, settings) && !bringBack) {
      return;
    }
    List<String> statements = new ArrayList<>();
    if (bringBack) {
      statements.addAll(RESET);
    } else {
      statements.addAll(standing.undo(settings));
    }
    standing.take(timeouts, settings);
    statements.add(standing.sql());
    Answer answer = link.ask(String.join(";", statements), Link.Rows.KEEP);
    SQLException failure = answer.failure();
    if (failure != null) {
      standing.forget();
      if (Failures.isConnectionLoss(failure) || link.isClosed()) {
        throw connectionLost(failure);
      }
      throw Failures.of(-1, "the server does not take a setting", failure, List.of());
    }
    standing.timeZone(answer.replies().get(statements.size() - 1).required(0, 0));
    if (bringBack) {
      changed = false;
    }
  }

  @Override
  public List<StepResult> atomically(Iterable<Work> work) throws StatementFailure {
    bringBackAfterEnd();
    if (prepared.makeReady()) {
      try {
        return inOne(work, prepared);
      } catch (StatementFailure failure) {
        // A function of the script may have taken them away; nothing was kept, so once more
        // without.
        if (!Prepared.GONE.equals(failure.sqlState())) {
          throw failure;
        }
        prepared.forget();
      }
    }
    return inOne(work, null);
  }

  private List<StepResult> inOne(Iterable<Work> work, @Nullable Prepared rows)
      throws StatementFailure {
    Transaction transaction = transaction(rows);
    List<StepResult> results;
    try {
      results = transaction.run(work);
    } finally {
      held = null;
    }
    changed = transaction.touchesSession() && !transaction.endsMigration();
    return results;
  }

  @Override
  public void write(List<Work> rows) throws StatementFailure {
    Transaction transaction = transaction(null);
    transaction.write(rows);
    ended |= transaction.endsMigration();
  }

  @Override
  public void endScript() {
    ended = true;
  }

  /** Others run a script's statements on this connection. */
  void touched() {
    changed = true;
  }

  /** Locks are taken until the end of the transaction. */
  void hold(TableLocks locks) {
    held = locks;
  }

  /** The locks that the transaction has taken before its statements; null where none. */
  @Nullable TableLocks held() {
    return held;
  }

  /** Whether this server can take locks on tables before the statements. */
  boolean takesLocks() {
    return history.hasPlpgsql();
  }

  private Transaction transaction(@Nullable Prepared rows) {
    return new Transaction(this, link, history.location(), lock, rows, changed);
  }

  @Override
  public StepResult run(Step step) throws StatementFailure {
    bringBackAfterEnd();
    Statement statement = step.statement();
    String sql = statement.text();
    List<String> words = LeadingWords.of(sql);
    long begun = System.nanoTime();
    long rows;
    if (statement.hasCopyData() || Transaction.isCopyOut(words, sql)) {
      rows = copy(0, statement, sql);
    } else {
      Message message = new Message();
      if (held != null && held.isLimited() && link.inTransaction()) {
        message.add(Message.Part.OTHER, -1, held.limitHold());
      }
      int own = message.pieces().size();
      Answer answer = send(message.run(0, statement, sql));
      rows = answer.replies().size() <= own ? -1 : answer.replies().get(own).count();
    }
    held = link.inTransaction() ? held : null;
    long durationMs = (System.nanoTime() - begun) / 1_000_000;
    changed |= Transaction.touchesSession(words, sql);
    if (Transaction.mayGiveUpLocks(sql) && !link.inTransaction()) {
      // DISCARD ALL gives up every lock and setting. The runner's own lock was held all the while,
      // so nobody can have come in between.
      link.ask(lock.againSql() + ";" + standing.sql(), Link.Rows.DROP);
    }
    return new StepResult(rows, durationMs);
  }

  /** Brings the session back where a script that has ended may have changed it. */
  private void bringBackAfterEnd() throws StatementFailure {
    if (!standing.isSent() && !link.inTransaction()) {
      configure(Timeouts.NONE, Map.of());
    }
    if (ended && changed && !link.inTransaction()) {
      send(tidy(new Message()));
      changed = false;
    }
    ended = false;
  }

  /** Adds what brings the session back. */
  Message tidy(Message message) {
    RESET.forEach(sql -> message.add(Message.Part.TIDY, -1, sql));
    return message.add(Message.Part.TIDY, -1, standing.sql());
  }

  @Override
  public boolean inTransaction() {
    return link.inTransaction();
  }

  @Override
  public void rollback() {
    ended = true;
    held = null;
    if (link.inTransaction()) {
      Answer answer = link.ask("ROLLBACK", Link.Rows.DROP);
      if (answer.failure() != null) {
        throw Failures.error("the transaction cannot be ended", answer.failure());
      }
    }
  }

  @Override
  public Duration deadlockTimeout() {
    return history.deadlockTimeout();
  }

  @Override
  public void analyze(List<String> tables) throws StatementFailure {
    for (String table : tables) {
      Answer answer = link.ask("ANALYZE " + table, Link.Rows.DROP);
      SQLException failure = answer.failure();
      // Gone, or renamed, by a later statement of the same migration.
      if (failure != null && !List.of("42P01", "3F000").contains(answer.sqlState())) {
        throw Failures.of(
            -1, "the statistics of " + table + " cannot be refreshed", failure, List.of());
      }
    }
  }

  /** Sends a message; every statement in it succeeded where this returns. */
  Answer send(Message message) throws StatementFailure {
    String text = message.text();
    BlockerWatch.Watch waiting = watch.begin(link.processId(), lockBudget());
    Answer answer;
    List<Blocker> blockers;
    try {
      answer = link.ask(text, Link.Rows.KEEP);
    } finally {
      blockers = waiting.end();
    }
    SQLException failure = answer.failure();
    if (failure == null) {
      return answer;
    }
    int failed = answer.replies().size();
    List<Message.Piece> pieces = message.pieces();
    if (failed >= pieces.size()) {
      throw failure(-1, "the server's answer cannot be understood", failure, blockers);
    }
    Message.Piece piece = failed == 0 ? message.at(Failures.position(failure)) : pieces.get(failed);
    if (piece.part() == Message.Part.TIDY) {
      // What counted is committed; the next message meets a broken connection by itself.
      return answer;
    }
    if (Failures.isConnectionLoss(failure) || link.isClosed()) {
      throw connectionLost(failure);
    }
    throw failure(message, piece, text, failure, blockers);
  }

  private StatementFailure failure(
      Message message,
      Message.Piece piece,
      String text,
      SQLException failure,
      List<Blocker> blockers) {
    Statement statement = piece.statement();
    if (statement != null) {
      if (isHeldTooLong(failure)) {
        return heldTooLong(piece.workIndex(), statement, failure);
      }
      int offset = text.codePointCount(0, piece.start());
      return Failures.ofStatement(
          piece.workIndex(), statement, message.sql(piece), offset, failure, blockers);
    }
    String state = Failures.state(failure);
    return switch (piece.part()) {
      case APPEND -> {
        if (state.equals("23502") && lock.isHeld()) {
          yield lockLost(piece.workIndex(), lock.whyLost(), failure);
        }
        if (state.equals("23505")) {
          yield lockLost(
              piece.workIndex(), "another run has appended to the history meanwhile", failure);
        }
        yield failure(piece.workIndex(), "the history cannot be written", failure, blockers);
      }
      case REMEMBER ->
          failure(piece.workIndex(), "what ran cannot be written down", failure, blockers);
      case LOCK -> notLocked(piece.workIndex(), failure, blockers);
      case COMMIT -> failure(-1, "the transaction cannot be committed", failure, blockers);
      default -> failure(-1, "the transaction cannot be run", failure, blockers);
    };
  }

  private static StatementFailure failure(
      int workIndex, String doing, SQLException failure, List<Blocker> blockers) {
    return Failures.of(workIndex, doing, failure, blockers);
  }

  private Duration lockBudget() {
    Duration usual = standing.lockBudget();
    TableLocks locks = held;
    if (locks == null || (!usual.isZero() && usual.compareTo(locks.lock().patience()) < 0)) {
      return usual;
    }
    return locks.lock().patience();
  }

  /** A lock on a table was not granted. */
  private StatementFailure notLocked(int workIndex, SQLException failure, List<Blocker> blockers) {
    TableLocks locks = held;
    ExpectedLock awaited = Failures.awaitedLock(failure);
    String what =
        awaited == null
            ? "the tables cannot be locked"
            : awaited.mode().sql() + " on " + awaited.relation() + " was not granted";
    StatementFailure told = failure(workIndex, what, failure, blockers);
    if (locks == null) {
      return told;
    }
    // The limit on all locks together reads as any other limit on a statement.
    boolean late = Failures.state(failure).equals("57014") && locks.isLate();
    return new StatementFailure(
        workIndex,
        late ? Reason.LOCK : told.reason(),
        new Problem(
            late ? ErrorCode.LOCK_TIMEOUT : told.problem().code(),
            told.problem().severity(),
            told.problem().message(),
            locks.lock().before().statement().span().place(),
            told.problem().action()),
        told.sqlState(),
        blockers,
        awaited,
        failure);
  }

  /** A cancelled statement looks the same whoever cancelled it, so the time decides. */
  private boolean isHeldTooLong(SQLException failure) {
    TableLocks locks = held;
    if (locks == null || !locks.isLimited() || !Failures.state(failure).equals("57014")) {
      return false;
    }
    Duration limit = standing.statementBudget();
    Duration hold = locks.lock().hold();
    return locks.sinceMs() >= hold.toMillis() && (limit.isZero() || limit.compareTo(hold) >= 0);
  }

  private StatementFailure heldTooLong(int workIndex, Statement statement, SQLException failure) {
    TableLocks locks = Objects.requireNonNull(held);
    String text =
        "the statement was cancelled: %s on %s waited for %d ms, and policy.hold-budget allows no more; everything of this transaction was rolled back"
            .formatted(
                locks.blocksReads() ? "reads and writes" : "writes",
                locks.tables(),
                locks.lock().hold().toMillis());
    return new StatementFailure(
        workIndex,
        Reason.HELD_TOO_LONG,
        Problem.error(ErrorCode.HOLD_EXCEEDED, text)
            .at(statement.span().place())
            .action(
                "let `liftlock fix` rewrite it into steps that block nobody, or run it in a"
                    + " maintenance window with a larger policy.hold-budget"),
        failure.getSQLState(),
        List.of(),
        failure);
  }

  private static StatementFailure lockLost(int workIndex, String why, SQLException failure) {
    return new StatementFailure(
        workIndex,
        Reason.LOCK_LOST,
        Problem.error(ErrorCode.LOCK_LOST, why)
            .action("nothing of this transaction is kept; run the same command again"),
        failure.getSQLState(),
        List.of(),
        failure);
  }

  private static StatementFailure connectionLost(SQLException failure) {
    return new StatementFailure(
        -1,
        Reason.CONNECTION,
        Problem.error(
                ErrorCode.CONNECTION_LOST,
                "the connection to the database was lost: " + Failures.brief(failure))
            .action(Failures.AGAIN),
        failure.getSQLState(),
        List.of(),
        failure);
  }

  /** Runs a COPY with its data. */
  long copy(int workIndex, Statement statement, String sql) throws StatementFailure {
    BlockerWatch.Watch waiting = watch.begin(link.processId(), lockBudget());
    List<Blocker> blockers = List.of();
    try (InputStream data =
        statement.hasCopyData() ? statement.openCopyData() : InputStream.nullInputStream()) {
      return link.copy(sql, data);
    } catch (SQLException e) {
      blockers = waiting.end();
      if (Failures.isConnectionLoss(e) || link.isClosed()) {
        throw connectionLost(e);
      }
      throw isHeldTooLong(e)
          ? heldTooLong(workIndex, statement, e)
          : Failures.ofStatement(workIndex, statement, sql, 0, e, blockers);
    } catch (IOException e) {
      throw new UserError(
          List.of(
              Problem.error(
                      ErrorCode.FILE_UNREADABLE,
                      "the COPY data of " + statement.span().file() + " cannot be read")
                  .at(statement.span().place())),
          e);
    } finally {
      waiting.end();
    }
  }
}
