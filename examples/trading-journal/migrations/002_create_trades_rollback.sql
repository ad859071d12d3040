-- Migration: 002_create_trades
-- Purpose: Take the trade history back

DROP TABLE trades;
