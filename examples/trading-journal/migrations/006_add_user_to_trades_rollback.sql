-- Migration: 006_add_user_to_trades
-- Purpose: Trades of one user again
-- Data-impact: Which user a trade belongs to is forgotten

DROP TRIGGER trades_touch;
DROP INDEX trades_user_id_idx;
ALTER TABLE trades DROP COLUMN updated_at;
ALTER TABLE trades DROP COLUMN user_id;
