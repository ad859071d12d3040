-- Migration: 003_create_accounts
-- Purpose: Accounts at any broker, in any of its environments
-- Database: postgres
-- Date: 2026-01-13
-- Author: Journal Team
-- Breaking Changes: None
-- Notes: Broker and environment are names, so that a new one needs no migration

CREATE TABLE accounts (
    id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    broker       text NOT NULL,
    environment  text NOT NULL CHECK (environment <> ''),
    currency     char(3) NOT NULL DEFAULT 'USD',
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (user_id, broker, environment)
);

-- The unique constraint begins with user_id and so serves the foreign key too.
CREATE INDEX accounts_broker_idx ON accounts (broker, environment);

INSERT INTO accounts (id, user_id, broker, environment, currency) VALUES
    ('aaaaaaaa-0000-4000-8000-000000000001', '11111111-1111-4111-8111-111111111111', 'deribit', 'live', 'USD'),
    ('aaaaaaaa-0000-4000-8000-000000000002', '11111111-1111-4111-8111-111111111111', 'deribit', 'testnet', 'USD'),
    ('aaaaaaaa-0000-4000-8000-000000000003', '22222222-2222-4222-8222-222222222222', 'robinhood', 'live', 'USD'),
    ('aaaaaaaa-0000-4000-8000-000000000004', '33333333-3333-4333-8333-333333333333', 'binance', 'sandbox', 'EUR');
