-- Migration: 006_add_user_to_trades
-- Purpose: Trades belong to a user, and know when they were changed
-- Database: sqlite
-- Date: 2026-01-19
-- Author: Journal Team
-- Breaking Changes: None
-- Data-impact: The trades so far belong to the one user of the single-user version

-- Without NOT NULL at first, so that the version that is still running can go on writing.
ALTER TABLE trades ADD COLUMN user_id TEXT;
ALTER TABLE trades ADD COLUMN updated_at TEXT;

UPDATE trades SET user_id = '11111111-1111-4111-8111-111111111111' WHERE user_id IS NULL;

CREATE INDEX trades_user_id_idx ON trades (user_id);

CREATE TRIGGER trades_touch AFTER UPDATE OF instrument, side, quantity, price ON trades
WHEN NEW.updated_at IS OLD.updated_at
BEGIN
    UPDATE trades
       SET updated_at = CASE WHEN OLD.updated_at IS NULL THEN OLD.opened_at
                             ELSE strftime('%Y-%m-%dT%H:%M:%SZ', 'now') END
     WHERE id = NEW.id;
END;
