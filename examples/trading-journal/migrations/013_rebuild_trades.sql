-- Migration: 013_rebuild_trades
-- Purpose: Trades name their environment, always have a user, and are strictly typed
-- Database: sqlite
-- Date: 2026-02-11
-- Author: Journal Team
-- Breaking Changes: trades.testnet is gone; trades.environment takes its place
-- Notes: SQLite cannot add NOT NULL to a column; this is the table rebuild of its manual

-- With foreign keys on, DROP TABLE would delete the trades first and the notes with them.
-- The pragma does nothing inside a transaction: liftlock runs it before it opens one,
-- and looks for broken references before it commits.
PRAGMA foreign_keys = OFF;

CREATE TABLE trades_new (
    id           INTEGER PRIMARY KEY,
    user_id      TEXT NOT NULL,
    instrument   TEXT NOT NULL,
    side         TEXT NOT NULL CHECK (side IN ('buy', 'sell')),
    quantity     REAL NOT NULL CHECK (quantity > 0),
    price        REAL NOT NULL CHECK (price >= 0),
    environment  TEXT NOT NULL DEFAULT 'live' CHECK (environment <> ''),
    opened_at    TEXT NOT NULL,
    updated_at   TEXT
) STRICT;

INSERT INTO trades_new (id, user_id, instrument, side, quantity, price, environment, opened_at, updated_at)
SELECT id, user_id, instrument, side, quantity, price,
       CASE testnet WHEN 0 THEN 'live' ELSE 'testnet' END,
       opened_at, updated_at
  FROM trades;

DROP TABLE trades;

ALTER TABLE trades_new RENAME TO trades;

-- Indexes and triggers went with the old table.
CREATE INDEX trades_opened_at_idx ON trades (opened_at);
CREATE INDEX trades_user_id_idx ON trades (user_id);
CREATE INDEX trades_environment_idx ON trades (environment);

CREATE TRIGGER trades_touch AFTER UPDATE OF instrument, side, quantity, price ON trades
WHEN NEW.updated_at IS OLD.updated_at
BEGIN
    UPDATE trades
       SET updated_at = CASE WHEN OLD.updated_at IS NULL THEN OLD.opened_at
                             ELSE strftime('%Y-%m-%dT%H:%M:%SZ', 'now') END
     WHERE id = NEW.id;
END;

PRAGMA foreign_key_check;

PRAGMA foreign_keys = ON;
