-- Migration: 004_create_user_strategies
-- Purpose: Which strategy a user runs, where, and how it is configured
-- Database: postgres
-- Date: 2026-01-14
-- Author: Journal Team
-- Breaking Changes: None

CREATE TYPE strategy_status AS ENUM ('active', 'paused', 'stopped');

CREATE TABLE user_strategies (
    id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id        uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    account_id     uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    strategy_name  text NOT NULL,
    instrument     text NOT NULL,
    environment    text NOT NULL,
    config         jsonb NOT NULL DEFAULT '{}',   -- whatever the strategy needs; no column per strategy
    status         strategy_status NOT NULL DEFAULT 'paused',
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    UNIQUE (user_id, strategy_name, instrument, environment)
);

CREATE INDEX user_strategies_account_idx ON user_strategies (account_id);
CREATE INDEX user_strategies_status_idx ON user_strategies (status);

INSERT INTO user_strategies (user_id, account_id, strategy_name, instrument, environment, config, status) VALUES
    ('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-0000-4000-8000-000000000001',
     'breakout', 'BTC-PERPETUAL', 'live', '{"risk": {"perTrade": 0.01}, "levels": [1, 2]}', 'active'),
    ('22222222-2222-4222-8222-222222222222', 'aaaaaaaa-0000-4000-8000-000000000003',
     'covered call', 'AAPL', 'live', '{"delta": 0.3}', 'paused');
