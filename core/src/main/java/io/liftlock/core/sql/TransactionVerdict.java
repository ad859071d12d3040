package io.liftlock.core.sql;

/** What the syntax of a statement tells about transactions. */
public sealed interface TransactionVerdict {

  /** The answer for each kind of verdict. */
  interface Cases<R> {
    /** It may run in a transaction. */
    R inside();

    /** It must run outside any transaction. */
    R outside(Outside outside);

    /** It controls a transaction itself. */
    R control(Control control);

    /** Its syntax does not tell. */
    R unclear(Unclear unclear);

    /** It switches SQLite's foreign keys. */
    R foreignKeys(ForeignKeys foreignKeys);
  }

  /** The answer for this kind of verdict. */
  <R> R match(Cases<R> cases);

  /** It may run in a transaction. */
  record Inside() implements TransactionVerdict {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.inside();
    }
  }

  /**
   * The database refuses it inside a transaction.
   *
   * @param reason why, as the subject of "cannot run inside a transaction": {@code CREATE INDEX
   *     CONCURRENTLY}
   */
  record Outside(String reason) implements TransactionVerdict {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.outside(this);
    }
  }

  /** What a statement does to a transaction. */
  enum Action {
    /** BEGIN, START TRANSACTION. */
    OPENS,
    /** COMMIT, END. */
    COMMITS,
    /** ROLLBACK, ABORT. */
    ROLLS_BACK,
    /** SAVEPOINT. */
    SAVES,
    /** RELEASE [SAVEPOINT]. */
    RELEASES,
    /** ROLLBACK TO [SAVEPOINT]. */
    ROLLS_BACK_TO,
    /** PREPARE TRANSACTION: the transaction leaves the session. */
    PREPARES
  }

  /**
   * It controls a transaction itself.
   *
   * @param action what it does
   * @param chain whether a new transaction begins at once ({@code AND CHAIN})
   */
  record Control(Action action, boolean chain) implements TransactionVerdict {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.control(this);
    }
  }

  /**
   * It runs in a transaction unless something commits that its syntax does not show.
   *
   * @param reason what may commit: {@code a procedure that CALL runs may commit}
   */
  record Unclear(String reason) implements TransactionVerdict {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unclear(this);
    }
  }

  /**
   * SQLite's {@code PRAGMA foreign_keys = …}, which does nothing, and says nothing, inside a
   * transaction.
   *
   * @param on whether it switches them on
   */
  record ForeignKeys(boolean on) implements TransactionVerdict {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.foreignKeys(this);
    }
  }
}
