-- Migration: 014_create_portfolio
-- Purpose: What a user holds, and what each account is worth in cash
-- Database: postgres
-- Date: 2026-02-16
-- Author: Journal Team
-- Breaking Changes: None

CREATE TABLE portfolio_positions (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id     uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    account_id  uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    instrument  text NOT NULL,
    quantity    numeric(20, 8) NOT NULL,
    cost        numeric(20, 8) NOT NULL,
    updated_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (account_id, instrument)
);

CREATE INDEX portfolio_positions_user_id_idx ON portfolio_positions (user_id);

CREATE TRIGGER portfolio_positions_touch BEFORE UPDATE ON portfolio_positions
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

ALTER TABLE portfolio_positions ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Users see and change their own positions" ON portfolio_positions
    FOR ALL USING (user_id = (SELECT current_user_id()));

-- A view runs with its owner's rights and would see past the policies. The option
-- security_invoker needs PostgreSQL 15, so the view asks who is looking by itself.
CREATE VIEW account_balances AS
SELECT a.id AS account_id,
       a.user_id,
       a.broker,
       a.environment,
       a.currency,
       coalesce(d.total, 0) - coalesce(w.total, 0) AS balance
  FROM accounts a
  LEFT JOIN (SELECT account_id, sum(amount) AS total FROM deposits GROUP BY account_id) d
    ON d.account_id = a.id
  LEFT JOIN (SELECT account_id, sum(amount) AS total FROM withdrawals GROUP BY account_id) w
    ON w.account_id = a.id
 WHERE a.user_id = current_user_id();

INSERT INTO portfolio_positions (user_id, account_id, instrument, quantity, cost) VALUES
    ('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001', 'BTC-PERPETUAL', 0.25, 16062.625),
    ('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000003', 'AAPL', 6, 1370.4);
