package io.liftlock.sqlite.transfer;

/** The tables that a target remembers copies in. */
final class LedgerTables {

  private LedgerTables() {}

  /** Makes them where they are not there. Lists and keys are JSON. */
  static final String MAKE =
      """
      CREATE TABLE IF NOT EXISTS main.liftlock_copy (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        source TEXT NOT NULL,
        source_identity TEXT NOT NULL,
        plan_digest TEXT NOT NULL,
        schema_fingerprint TEXT NOT NULL,
        started_at TEXT NOT NULL,
        appends INTEGER NOT NULL,
        state TEXT NOT NULL
      );
      CREATE TABLE IF NOT EXISTS main.liftlock_copy_snapshot (
        copy TEXT NOT NULL,
        number INTEGER NOT NULL,
        id TEXT NOT NULL,
        taken_at TEXT NOT NULL,
        consistency TEXT NOT NULL,
        because TEXT NOT NULL,
        PRIMARY KEY (copy, number)
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS main.liftlock_copy_chunk (
        copy TEXT NOT NULL,
        source TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        target TEXT NOT NULL,
        range_kind TEXT NOT NULL,
        range_columns TEXT,
        range_from TEXT,
        range_to TEXT,
        bytes INTEGER NOT NULL,
        -- NULL until the rows are there; written in one transaction with them.
        copied_rows INTEGER,
        copied_bytes INTEGER,
        hash TEXT,
        snapshot INTEGER,
        copied_at TEXT,
        PRIMARY KEY (copy, source, ordinal)
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS main.liftlock_copy_suspension (
        copy TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        name TEXT NOT NULL,
        removal TEXT NOT NULL,
        restoration TEXT NOT NULL,
        after TEXT NOT NULL,
        -- Statements of the restoration.
        statements_done INTEGER NOT NULL,
        PRIMARY KEY (copy, ordinal)
      ) WITHOUT ROWID;
      """;
}
