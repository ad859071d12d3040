-- Migration: 013_rebuild_trades
-- Purpose: The loosely typed table with its flag again
-- Data-impact: Every environment but live becomes testnet

PRAGMA foreign_keys = OFF;

CREATE TABLE trades_old (
    id          INTEGER PRIMARY KEY,
    instrument  TEXT NOT NULL,
    side        TEXT NOT NULL,
    quantity    REAL NOT NULL,
    price       REAL NOT NULL,
    testnet     INTEGER NOT NULL DEFAULT 0,
    opened_at   TEXT NOT NULL,
    user_id     TEXT,
    updated_at  TEXT
);

INSERT INTO trades_old (id, instrument, side, quantity, price, testnet, opened_at, user_id, updated_at)
SELECT id, instrument, side, quantity, price,
       CASE environment WHEN 'live' THEN 0 ELSE 1 END,
       opened_at, user_id, updated_at
  FROM trades;

DROP TABLE trades;

ALTER TABLE trades_old RENAME TO trades;

CREATE INDEX trades_opened_at_idx ON trades (opened_at);
CREATE INDEX trades_user_id_idx ON trades (user_id);

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
