package io.liftlock.postgres;

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
import io.liftlock.core.sql.Statement;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One transaction's worth of work. All of it goes to the server as one message, BEGIN and COMMIT
 * included, and takes one round trip; only COPY data, what is too large for one message, and what
 * changes how text is parsed make it several.
 *
 * <p>The server's clock is read between statements by a query that also keeps what it read in a
 * parameter of the transaction ({@code liftlock.clock}, numbers joined by commas), so that the rows
 * written at the end can tell when each statement began and ended.
 */
final class Transaction {

  /** A message above this many characters is sent before more is added. */
  private static final int MESSAGE_LIMIT = 1 << 20;

  /** So many statements are timed one by one; more would make the parameter slow to append to. */
  private static final int CLOCK_LIMIT = 500;

  static final String CLOCK =
      """
      SELECT pg_catalog.set_config('liftlock.clock',
        pg_catalog.concat_ws(',', NULLIF(pg_catalog.current_setting('liftlock.clock', true), ''),
          EXTRACT(epoch FROM pg_catalog.clock_timestamp())), true),
        EXTRACT(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.transaction_timestamp())\
      """;

  private final PostgresSession session;
  private final Link link;
  private final HistoryLocation location;
  private final PostgresLock lock;
  private final @Nullable Prepared prepared;

  private Message message = new Message();
  private final List<StepResult> results = new ArrayList<>();
  private final Map<String, Integer> clockOf = new HashMap<>();
  private int clocks;
  private double lastClock;
  private boolean stepwise;
  private boolean mayGiveUpLocks;
  private boolean touchesSession;
  private boolean endsMigration;
  private boolean asOurselves;
  private final List<StatementRecord> records = new ArrayList<>();
  private int firstRecord;
  private boolean writesRows;
  private @Nullable HistoryEntry lastEntry;
  private int lastEntryIndex;

  /**
   * @param prepared our rows as prepared statements, or null where they are not to be used
   * @param sessionChanged whether earlier statements of the same script may have changed the
   *     session
   */
  Transaction(
      PostgresSession session,
      Link link,
      HistoryLocation location,
      PostgresLock lock,
      @Nullable Prepared prepared,
      boolean sessionChanged) {
    this.session = session;
    this.link = link;
    this.location = location;
    this.lock = lock;
    this.prepared = prepared;
    this.touchesSession = sessionChanged;
  }

  /** Does all of it, or nothing. */
  List<StepResult> run(Iterable<Work> work) throws StatementFailure {
    boolean committed = false;
    try {
      message.add(Message.Part.BEGIN, -1, "BEGIN");
      add(work);
      message.add(Message.Part.COMMIT, -1, "COMMIT");
      if (endsMigration && touchesSession) {
        session.tidy(message);
      }
      flush();
      committed = true;
      return results;
    } finally {
      if (!committed && link.inTransaction()) {
        link.ask("ROLLBACK", Link.Rows.DROP);
      }
    }
  }

  /** Writes rows in the transaction that is open, or each on its own. */
  void write(List<Work> rows) throws StatementFailure {
    add(rows);
    if (!message.isEmpty()) {
      flush();
    }
  }

  /** Whether what ran may have changed the session. */
  boolean touchesSession() {
    return touchesSession;
  }

  /** Whether a migration has come to its end. */
  boolean endsMigration() {
    return endsMigration;
  }

  private void add(Iterable<Work> work) throws StatementFailure {
    int index = 0;
    for (Work piece : work) {
      piece.match(new Adding(index)).add();
      index++;
    }
    flushRecords();
    flushLocks();
    appendLast(true);
  }

  /** Adds one piece of work to what will be sent. */
  private interface Addition {
    void add() throws StatementFailure;
  }

  /** How each kind of work is added. */
  private final class Adding implements Work.Cases<Addition> {

    private final int index;

    Adding(int index) {
      this.index = index;
    }

    @Override
    public Addition run(Step step) {
      return () -> {
        flushRecords();
        runStatement(index, step.ordinal(), step.statement());
      };
    }

    @Override
    public Addition append(HistoryEntry entry) {
      return () -> {
        flushRecords();
        writesRows = true;
        appendEntry(index, entry);
      };
    }

    @Override
    public Addition remember(StatementRecord record) {
      return () -> {
        // Neighbours share one INSERT, which must not meet the same row twice.
        if (records.stream().anyMatch(other -> isSame(other, record))) {
          flushRecords();
        }
        firstRecord = records.isEmpty() ? index : firstRecord;
        records.add(record);
        writesRows = true;
      };
    }

    @Override
    public Addition lock(Work.Lock lock) {
      return () -> {
        flushRecords();
        if (session.takesLocks()) {
          takeLocks(index, lock);
        }
      };
    }

    @Override
    public Addition note(Cancellation cancellation) {
      return () -> {
        flushRecords();
        asOurselves();
        message.add(Message.Part.REMEMBER, index, HistoryTables.note(location, cancellation));
      };
    }
  }

  private static boolean isSame(StatementRecord one, StatementRecord other) {
    return one.ordinal() == other.ordinal()
        && one.version().equals(other.version())
        && one.direction() == other.direction()
        && one.batch().equals(other.batch());
  }

  private void takeLocks(int index, Work.Lock lock) {
    TableLocks locks = new TableLocks(lock);
    session.hold(locks);
    message.add(Message.Part.OTHER, -1, locks.limitWait());
    message.add(Message.Part.LOCK, index, locks.take());
    message.add(Message.Part.OTHER, -1, locks.giveBack());
    if (clocks < CLOCK_LIMIT) {
      // The wait is the lock's, not the next statement's.
      clocks++;
      message.add(Message.Part.CLOCK, -1, prepared == null ? CLOCK : prepared.clock());
    }
  }

  /** The limit on the time that locks are held is for a person's statements, not for our rows. */
  private void giveBack(TableLocks locks) {
    if (locks.isLimited()) {
      message.add(Message.Part.OTHER, -1, locks.giveBack());
    }
  }

  private void flushLocks() {
    TableLocks locks = session.held();
    if (locks != null && writesRows && !locks.isRemembered()) {
      asOurselves();
      message.add(Message.Part.REMEMBER, -1, locks.remember(location));
    }
  }

  private void runStatement(int index, int ordinal, Statement statement) throws StatementFailure {
    String sql = statement.text();
    List<String> words = LeadingWords.of(sql);
    if (LeadingWords.controlTransaction(words)) {
      throw new StatementFailure(
          index,
          Reason.NOT_TRANSACTIONAL,
          Problem.error(
                  ErrorCode.STATEMENT_NOT_TRANSACTIONAL,
                  words.get(0) + " would end or begin a transaction inside liftlock's own")
              .at(statement.span().place()),
          null,
          List.of(),
          null);
    }
    touchesSession |= touchesSession(words, sql);
    asOurselves = false;
    mayGiveUpLocks |= mayGiveUpLocks(sql);
    // The server parses a whole message before it runs the first statement of it.
    stepwise |= changesParsing(sql);
    TableLocks locks = session.held();
    if (locks != null && locks.isLimited()) {
      message.add(Message.Part.OTHER, -1, locks.limitHold());
    }
    if (statement.hasCopyData() || isCopyOut(words, sql)) {
      flush();
      long begun = System.nanoTime();
      long rows = session.copy(index, statement, sql);
      stillInTransaction(index, statement);
      results.add(new StepResult(rows, (System.nanoTime() - begun) / 1_000_000));
      clock(ordinal, statement, words);
      return;
    }
    if (message.length() > 0 && message.length() + sql.length() > MESSAGE_LIMIT) {
      flush();
    }
    message.run(index, statement, sql);
    clock(ordinal, statement, words);
    if (stepwise) {
      flush();
      stillInTransaction(index, statement);
    }
  }

  private void clock(int ordinal, Statement statement, List<String> words) {
    // SET TRANSACTION must come before any query, and other SETs take no time.
    if (clocks < CLOCK_LIMIT && !(words.size() > 0 && words.get(0).equals("SET"))) {
      clocks++;
      message.add(Message.Part.CLOCK, -1, prepared == null ? CLOCK : prepared.clock());
    }
    clockOf.put(key(ordinal, statement.hash()), clocks);
  }

  private static String key(int ordinal, String hash) {
    return ordinal + " " + hash;
  }

  private void stillInTransaction(int index, Statement statement) throws StatementFailure {
    if (!link.inTransaction()) {
      throw new StatementFailure(
          index,
          Reason.NOT_TRANSACTIONAL,
          Problem.error(
                  ErrorCode.STATEMENT_NOT_TRANSACTIONAL,
                  "the statement has ended the transaction that it ran in")
              .at(statement.span().place()),
          null,
          List.of(),
          null);
    }
  }

  /**
   * Only the last row of a transaction has to prove that the lock is held: all of them are
   * committed with it, and to look through the locks of a large transaction takes time.
   */
  private void appendEntry(int index, HistoryEntry entry) {
    appendLast(false);
    endsMigration |= entry.state() != EntryState.STARTED;
    lastEntry = entry;
    lastEntryIndex = index;
  }

  private void appendLast(boolean fenced) {
    HistoryEntry entry = lastEntry;
    if (entry == null) {
      return;
    }
    lastEntry = null;
    if (mayGiveUpLocks) {
      message.add(Message.Part.OTHER, -1, lock.againSql());
      mayGiveUpLocks = false;
    }
    asOurselves();
    message.add(Message.Part.APPEND, lastEntryIndex, appendSql(entry, fenced));
  }

  private String appendSql(HistoryEntry entry, boolean fenced) {
    if (prepared != null) {
      return prepared.append(entry, fenced);
    }
    String prevHash = Quoted.literal(entry.prevHash());
    return HistoryTables.append(location, entry, fenced ? lock.whileHeld(prevHash) : prevHash);
  }

  /**
   * A script may have taken another role, which need not be able to write the history. Until the
   * end of the transaction only: the script may go on behind it.
   */
  private void asOurselves() {
    if (touchesSession && !asOurselves) {
      message.add(Message.Part.OTHER, -1, "SET LOCAL SESSION AUTHORIZATION DEFAULT");
      message.add(Message.Part.OTHER, -1, "SET LOCAL role TO DEFAULT");
      asOurselves = true;
    }
  }

  private void flushRecords() {
    if (records.isEmpty()) {
      return;
    }
    TableLocks locks = session.held();
    if (locks != null) {
      giveBack(locks);
    }
    asOurselves();
    if (prepared != null) {
      int index = firstRecord;
      for (StatementRecord record : records) {
        message.add(Message.Part.REMEMBER, index++, prepared.remember(record, clockOf(record)));
      }
    } else {
      message.add(
          Message.Part.REMEMBER,
          firstRecord,
          HistoryTables.remember(location, records, this::clockOf));
    }
    records.clear();
  }

  private int clockOf(StatementRecord record) {
    return clockOf.getOrDefault(key(record.ordinal(), record.hash()), -1);
  }

  private void flush() throws StatementFailure {
    if (message.isEmpty()) {
      return;
    }
    Message sent = message;
    message = new Message();
    read(sent, session.send(sent));
  }

  private void read(Message sent, Answer answer) throws StatementFailure {
    int pending = -1;
    for (int i = 0; i < answer.replies().size() && i < sent.pieces().size(); i++) {
      Message.Part part = sent.pieces().get(i).part();
      Reply reply = answer.replies().get(i);
      if (part == Message.Part.RUN) {
        pending = results.size();
        results.add(new StepResult(reply.count(), 0));
      } else if (part == Message.Part.CLOCK) {
        double now = Double.parseDouble(reply.required(0, 1));
        if (pending >= 0) {
          long took = Math.max(0, Math.round((now - lastClock) * 1000));
          results.set(pending, new StepResult(results.get(pending).rows(), took));
          pending = -1;
        }
        lastClock = now;
      } else if (part == Message.Part.COMMIT && !reply.tag().equals("COMMIT")) {
        // COMMIT of a transaction that has failed answers ROLLBACK, without an error.
        throw new StatementFailure(
            -1,
            Reason.STATEMENT,
            Problem.error(
                ErrorCode.STATEMENT_FAILED,
                "the server rolled the transaction back instead of committing it"),
            null,
            List.of(),
            null);
      }
    }
  }

  static boolean isCopyOut(List<String> words, String sql) {
    return !words.isEmpty()
        && words.get(0).equals("COPY")
        && lower(sql).matches("(?s).*\\bto\\s+stdout\\b.*");
  }

  /** Whether it may change parameters, role or authorization beyond its transaction. */
  static boolean touchesSession(List<String> words, String sql) {
    if (!words.isEmpty()) {
      switch (words.get(0)) {
        case "SET", "RESET", "DISCARD", "SELECT", "DO", "CALL", "WITH", "VALUES" -> {
          return true;
        }
        default -> {
          // Others only by calling set_config.
        }
      }
    }
    return lower(sql).contains("set_config");
  }

  static boolean mayGiveUpLocks(String sql) {
    String lower = lower(sql);
    return lower.contains("advisory_unlock") || lower.contains("discard");
  }

  private static boolean changesParsing(String sql) {
    String lower = lower(sql);
    return lower.contains("standard_conforming_strings") || lower.contains("backslash_quote");
  }

  private static String lower(String sql) {
    return sql.toLowerCase(Locale.ROOT);
  }
}
