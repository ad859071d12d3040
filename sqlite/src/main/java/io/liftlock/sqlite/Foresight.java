package io.liftlock.sqlite;

import io.liftlock.core.database.Work;
import io.liftlock.core.migration.Cancellation;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a transaction's work before it begins: which history it continues, and what it
 * wants of {@code PRAGMA foreign_keys}. Inside a transaction the pragma is silently without effect,
 * so a table rebuilt there loses the rows of its children by ON DELETE CASCADE although the script
 * switched enforcement off. Therefore the switch is made before BEGIN, and the whole transaction
 * runs under one value: the one under which the statements stand that it matters to.
 *
 * @param continues the hash that its first history row continues, or null where it has none
 * @param saidOff whether a statement switches enforcement off, so that the rows must be looked
 *     through at the end
 * @param wanted the value of the pragma for the transaction, or null where no statement says
 *     anything
 * @param after the value that holds behind the last statement
 * @param marks whether a statement tells the connection something that outlives the transaction
 * @param endsMigration whether a migration comes to its end, good or bad
 * @param completes whether a migration is done with it
 * @param conflict the first piece of work that needs another value than one before it, or null
 */
record Foresight(
    @Nullable String continues,
    boolean saidOff,
    @Nullable Boolean wanted,
    boolean after,
    boolean marks,
    boolean endsMigration,
    boolean completes,
    @Nullable Conflict conflict) {

  /**
   * A statement that stands under another value than one before it.
   *
   * @param index 0-based index of the piece of work
   * @param step the statement
   */
  record Conflict(int index, Step step) {}

  /** Statements to which it makes no difference. */
  private static final Set<String> INDIFFERENT =
      Set.of("PRAGMA", "SELECT", "VALUES", "ANALYZE", "REINDEX", "CREATE");

  /**
   * Looks through the work. A migration's end, its history row, brings back the value before it.
   *
   * @param base the value that the connection has
   */
  static Foresight of(Iterable<Work> work, boolean base) {
    Reader reader = new Reader(base);
    for (Work piece : work) {
      piece.match(reader);
      reader.index++;
    }
    return reader.result();
  }

  /** Whether enforcement makes a difference to a statement. */
  private static boolean mattersTo(String sql) {
    List<Beginning.Token> tokens = Beginning.first(sql, 2);
    boolean dropsOther =
        tokens.size() == 2 && tokens.get(0).is("DROP") && !tokens.get(1).is("TABLE");
    return !tokens.isEmpty() && !dropsOther && !INDIFFERENT.contains(Beginning.verb(sql));
  }

  /** Whether a statement tells the connection something that the next migration must not see. */
  static boolean marks(String sql) {
    List<Beginning.Token> tokens = Beginning.first(sql, 2);
    if (tokens.size() < 2) {
      return false;
    }
    Beginning.Token verb = tokens.get(0);
    return verb.is("ATTACH")
        || verb.is("DETACH")
        || (verb.is("CREATE") && (tokens.get(1).is("TEMP") || tokens.get(1).is("TEMPORARY")))
        || Pragma.of(sql).filter(Pragma::sets).isPresent();
  }

  /** Answers whether a piece of work said or needed a value. */
  private static final class Reader implements Work.Cases<Boolean> {
    private final boolean base;
    private boolean now;
    private @Nullable Boolean said;
    private @Nullable Boolean needed;
    private @Nullable Conflict conflict;
    private @Nullable String continues;
    private boolean saidOff;
    private boolean marks;
    private boolean endsMigration;
    private boolean completes;
    private int index;

    Reader(boolean base) {
      this.base = base;
      this.now = base;
    }

    Foresight result() {
      // No pragma at all: the connection stays as it is.
      return said == null
          ? new Foresight(continues, false, null, now, marks, endsMigration, completes, null)
          : new Foresight(
              continues,
              saidOff,
              needed == null ? said : needed,
              now,
              marks,
              endsMigration,
              completes,
              conflict);
    }

    @Override
    public Boolean run(Step step) {
      // A statement too large to keep inserts rows.
      String sql = step.statement().isLarge() ? "INSERT" : step.statement().text();
      marks |= marks(sql);
      Optional<Pragma> pragma = Pragma.of(sql).filter(Pragma::switchesForeignKeys);
      if (pragma.isPresent()) {
        now = pragma.get().isOn();
        said = now;
        saidOff |= !now;
        return true;
      }
      if (!mattersTo(sql)) {
        return false;
      }
      if (needed == null) {
        needed = now;
      } else if (needed != now && conflict == null) {
        conflict = new Conflict(index, step);
      }
      return true;
    }

    @Override
    public Boolean append(HistoryEntry entry) {
      now = base;
      endsMigration |= entry.state() != EntryState.STARTED;
      completes |= entry.state() == EntryState.DONE;
      if (continues == null) {
        continues = entry.prevHash();
      }
      return false;
    }

    @Override
    public Boolean remember(StatementRecord record) {
      return false;
    }

    @Override
    public Boolean lock(Work.Lock lock) {
      return false;
    }

    @Override
    public Boolean note(Cancellation cancellation) {
      return false;
    }
  }
}
