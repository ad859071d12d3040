-- Migration: 014_create_portfolio
-- Purpose: Take the portfolio back

DROP VIEW account_balances;
DROP TABLE portfolio_positions;
