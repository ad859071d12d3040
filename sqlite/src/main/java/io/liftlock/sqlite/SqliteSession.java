package io.liftlock.sqlite;

import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementFailure.Reason;
import io.liftlock.core.database.StepResult;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.Bug;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.LinkSource;
import io.liftlock.sqlite.link.SqliteFile;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does the work of a run on a SQLite file. A connection begins as sqlite3's shell does, with
 * foreign keys not enforced, and what a migration tells it (pragmas, attached files, temporary
 * tables) ends with that migration.
 */
final class SqliteSession implements Session {

  private final LinkSource links;
  private final SqliteHistory history;
  private final LockFile lock;
  private final Refusals refusals;
  private final Performer performer;

  private @Nullable Timeouts timeouts;

  /** Whether the connection was told something that the next migration must not see. */
  private boolean marked;

  private boolean migrationEnded;

  /** What was violated when a script switched enforcement off by itself, outside a transaction. */
  private @Nullable Violations whenSwitchedOff;

  private long began;

  SqliteSession(LinkSource links, SqliteHistory history, LockFile lock) {
    this.links = links;
    this.history = history;
    this.lock = lock;
    this.refusals = new Refusals(links.file());
    this.performer = new Performer(refusals);
  }

  @Override
  public void configure(Timeouts newTimeouts, Map<String, String> settings)
      throws StatementFailure {
    timeouts = newTimeouts;
    if (marked && migrationEnded) {
      links.drop();
      marked = false;
    }
    migrationEnded = false;
    refuseUnknown(settings);
    try {
      if (!settings.isEmpty() || links.isOpen()) {
        Link link = link();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
          link.execute("PRAGMA " + setting.getKey() + " = " + setting.getValue());
          marked = true;
        }
      }
    } catch (SQLException e) {
      throw refusals.of(-1, null, null, e);
    }
  }

  private static void refuseUnknown(Map<String, String> settings) throws StatementFailure {
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      if (!SqliteFile.Settings.isKnown(setting.getKey().toLowerCase(Locale.ROOT))
          || !SqliteFile.Settings.isSafe(setting.getValue())) {
        throw Refusals.refuse(
            -1,
            Reason.STATEMENT,
            Problem.error(
                    ErrorCode.STATEMENT_FAILED,
                    "SQLite has no setting `" + setting.getKey() + "` that takes this value")
                .action("known are " + String.join(", ", SqliteFile.Settings.known())),
            null);
      }
    }
  }

  private Link link() throws SQLException {
    Link link = links.get();
    Timeouts budgets = timeouts;
    if (budgets != null) {
      long lockMs = budgets.lock().isZero() ? Integer.MAX_VALUE : budgets.lock().toMillis();
      link.busyTimeout((int) Math.min(Math.max(lockMs, 1), Integer.MAX_VALUE));
    }
    return link;
  }

  @Override
  public List<StepResult> atomically(Iterable<Work> work) throws StatementFailure {
    try {
      Link link = link();
      boolean base = enforces(link);
      Foresight foresight = Foresight.of(work, base);
      switchForeignKeys(link, foresight, base);
      boolean done = false;
      try {
        Transaction transaction =
            new Transaction(links, history, lock, performer, refusals, foresight, whenSwitchedOff);
        List<StepResult> results = transaction.run(work);
        ended(foresight.endsMigration());
        marked |= foresight.marks();
        done = true;
        return results;
      } finally {
        if (links.isOpen()) {
          enforce(links.get(), done ? foresight.after() : base);
        }
      }
    } catch (SQLException e) {
      throw refusals.of(-1, null, null, e);
    }
  }

  private static void switchForeignKeys(Link link, Foresight foresight, boolean base)
      throws SQLException, StatementFailure {
    Foresight.Conflict conflict = foresight.conflict();
    if (conflict != null) {
      throw Refusals.refuse(
          conflict.index(),
          Reason.STATEMENT,
          Problem.error(
                  ErrorCode.FOREIGN_KEYS_NOT_SWITCHED,
                  "this statement needs foreign_keys "
                      + (Boolean.TRUE.equals(foresight.wanted()) ? "off" : "on")
                      + " and one before it needs the opposite, but PRAGMA foreign_keys is without"
                      + " effect inside a transaction")
              .at(conflict.step().statement().span().place())
              .action("put what follows the pragma into a migration of its own"),
          null);
    }
    Boolean wanted = foresight.wanted();
    if (wanted != null && wanted != base) {
      enforce(link, wanted);
      if (enforces(link) != wanted) {
        throw notSwitched(-1, null);
      }
    }
  }

  private static StatementFailure notSwitched(int index, @Nullable Step step) {
    return Refusals.refuse(
        index,
        Reason.STATEMENT,
        Problem.error(
                ErrorCode.FOREIGN_KEYS_NOT_SWITCHED,
                "PRAGMA foreign_keys did not take; it is without effect inside a transaction, and"
                    + " rows could be lost by ON DELETE CASCADE")
            .at(step == null ? null : step.statement().span().place())
            .action("write the pragma before BEGIN"),
        null);
  }

  @Override
  public void endScript() {
    ended(true);
  }

  private void ended(boolean migration) {
    if (migration) {
      migrationEnded = true;
      whenSwitchedOff = null;
    }
  }

  private static boolean enforces(Link link) throws SQLException {
    return link.value("PRAGMA foreign_keys").equals(Optional.of("1"));
  }

  private static void enforce(Link link, boolean on) throws SQLException {
    if (enforces(link) != on) {
      link.execute("PRAGMA foreign_keys = " + (on ? "ON" : "OFF"));
    }
  }

  @Override
  public StepResult run(Step step) throws StatementFailure {
    try {
      Link link = link();
      String sql = step.statement().isLarge() ? "" : step.statement().text();
      String verb = Beginning.verb(sql);
      boolean commits = verb.equals("COMMIT") || verb.equals("END");
      if (commits) {
        refuseViolations(link, step);
        lock.refuseLost();
      }
      Optional<Boolean> switches =
          Pragma.of(sql).filter(Pragma::switchesForeignKeys).map(Pragma::isOn);
      if (whenSwitchedOff == null && switches.equals(Optional.of(false))) {
        whenSwitchedOff = Violations.read(link);
      }
      link.forgetCompiled();
      StepResult result = performer.perform(link, step, -1);
      if (verb.equals("BEGIN")) {
        began = System.nanoTime();
      }
      if (switches.isPresent() && enforces(link) != switches.get()) {
        throw notSwitched(-1, step);
      }
      refuseOtherJournal(link, step, sql);
      marked |= Foresight.marks(sql);
      return result;
    } catch (SQLException e) {
      throw refusals.of(-1, step, null, e);
    }
  }

  /** SQLite keeps the journal mode, without an error, where it cannot have another. */
  private static void refuseOtherJournal(Link link, Step step, String sql)
      throws SQLException, StatementFailure {
    Optional<String> wanted =
        Pragma.of(sql).filter(pragma -> pragma.sets("journal_mode")).map(Pragma::value);
    String mode = wanted.isEmpty() ? "" : link.value("PRAGMA journal_mode").orElse("");
    if (wanted.isPresent() && !wanted.get().equals(mode)) {
      throw Refusals.refuse(
          -1,
          Reason.STATEMENT,
          Problem.error(ErrorCode.STATEMENT_FAILED, "SQLite kept the journal mode it had: " + mode)
              .at(step.statement().span().place())
              .action("run it on a local disk, outside a transaction, with nobody else connected"),
          null);
    }
  }

  private void refuseViolations(Link link, Step step) throws SQLException, StatementFailure {
    Violations before = whenSwitchedOff;
    if (before != null && link.inTransaction()) {
      List<String> more = Violations.read(link).beyond(before);
      if (!more.isEmpty()) {
        throw Refusals.refuse(
            -1,
            Reason.STATEMENT,
            Transaction.violated(more).at(step.statement().span().place()),
            null);
      }
    }
  }

  @Override
  public void write(List<Work> rows) throws StatementFailure {
    if (!inTransaction()) {
      throw new Bug("rows are written only in a transaction that is open");
    }
    try {
      Link link = link();
      long elapsedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      for (int i = 0; i < rows.size(); i++) {
        rows.get(i).match(new RowWriter(history, link, elapsedMs, i)).act();
      }
      ended(Foresight.of(rows, false).endsMigration());
    } catch (SQLException e) {
      throw refusals.of(-1, null, null, e);
    }
  }

  @Override
  public boolean inTransaction() {
    try {
      return links.isOpen() && links.get().inTransaction();
    } catch (SQLException e) {
      throw Failures.error(links.file(), "asking for the state of the transaction", e);
    }
  }

  @Override
  public void rollback() {
    if (!links.isOpen()) {
      return;
    }
    try {
      links.get().rollback();
    } catch (SQLException e) {
      // SQLite rolls back from its journal when the file is opened again.
      links.drop();
    }
  }

  @Override
  public void analyze(List<String> tables) throws StatementFailure {
    for (String table : tables) {
      try {
        Link link = link();
        // Enough rows to choose an index by, and never minutes on a huge table.
        link.execute("PRAGMA analysis_limit = 1000");
        link.execute("ANALYZE " + table);
      } catch (SQLException e) {
        // Dropped or renamed by a later statement of the same run.
        if (!Failures.isNoTable(e)) {
          throw refusals.of(-1, null, null, e);
        }
      }
    }
  }
}
