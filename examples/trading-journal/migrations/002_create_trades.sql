-- Migration: 002_create_trades
-- Purpose: Trade history, kept in a file beside the application
-- Database: sqlite
-- Date: 2026-01-12
-- Author: Journal Team
-- Breaking Changes: None

CREATE TABLE trades (
    id          INTEGER PRIMARY KEY,
    instrument  TEXT NOT NULL,
    side        TEXT NOT NULL,
    quantity    REAL NOT NULL,
    price       REAL NOT NULL,
    testnet     INTEGER NOT NULL DEFAULT 0,   -- 013 turns this flag into a name
    opened_at   TEXT NOT NULL
);

CREATE INDEX trades_opened_at_idx ON trades (opened_at);

INSERT INTO trades (id, instrument, side, quantity, price, testnet, opened_at) VALUES
    (1, 'BTC-PERPETUAL', 'buy',   0.5,  64250.5, 0, '2026-01-05T09:30:00Z'),
    (2, 'BTC-PERPETUAL', 'sell',  0.5,  65100.0, 0, '2026-01-06T11:00:00Z'),
    (3, 'AAPL',          'buy',  10,      228.4, 0, '2026-01-06T14:31:07Z'),
    (4, 'ETH-PERPETUAL', 'buy',   2,     3120.2, 1, '2026-01-07T08:00:00Z'),
    (5, 'AAPL',          'sell',  4,      231.9, 0, '2026-01-09T15:59:58Z');
