-- Migration: 008_create_trade_notes
-- Purpose: What somebody wrote about a trade; a note goes with its trade
-- Database: sqlite
-- Date: 2026-01-22
-- Author: Journal Team
-- Breaking Changes: None

CREATE TABLE trade_notes (
    id        INTEGER PRIMARY KEY,
    trade_id  INTEGER NOT NULL REFERENCES trades (id) ON DELETE CASCADE,
    body      TEXT NOT NULL CHECK (body <> '')
) STRICT;

CREATE INDEX trade_notes_trade_id_idx ON trade_notes (trade_id);

INSERT INTO trade_notes (trade_id, body) VALUES
    (1, 'Broke out of the range; half size.'),
    (2, 'Target reached -- all of it closed.'),
    (4, 'Only a test order.'),
    (4, 'It''s filled at once.');
