-- Migration: 007_create_deposits_and_withdrawals
-- Purpose: Money that went into an account and out of it
-- Database: postgres
-- Date: 2026-01-21
-- Author: Journal Team
-- Breaking Changes: None
-- Notes: The foreign key to accounts follows in 017 and 018, when the import has come to its end

CREATE TABLE deposits (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id   uuid NOT NULL,
    amount       numeric(20, 8) NOT NULL CHECK (amount > 0),
    currency     char(3) NOT NULL,
    received_at  timestamptz NOT NULL
);

CREATE TABLE withdrawals (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id   uuid NOT NULL,
    amount       numeric(20, 8) NOT NULL CHECK (amount > 0),
    currency     char(3) NOT NULL,
    sent_at      timestamptz NOT NULL
);

CREATE INDEX deposits_account_id_idx ON deposits (account_id);
CREATE INDEX withdrawals_account_id_idx ON withdrawals (account_id);

INSERT INTO deposits (account_id, amount, currency, received_at) VALUES
    ('aaaaaaaa-0000-4000-8000-000000000001', 1000,    'USD', '2026-01-02 10:00:00+00'),
    ('aaaaaaaa-0000-4000-8000-000000000001',  250.50, 'USD', '2026-01-09 10:00:00+00'),
    ('aaaaaaaa-0000-4000-8000-000000000002', 5000,    'USD', '2026-01-03 09:15:00+00'),
    ('aaaaaaaa-0000-4000-8000-000000000003', 7500,    'USD', '2026-01-04 16:45:00+00'),
    ('aaaaaaaa-0000-4000-8000-000000000004',  100.01, 'EUR', '2026-01-05 12:00:00+00'),
    ('aaaaaaaa-0000-4000-8000-000000000004',   50,    'EUR', '2026-01-06 12:00:00+00');

INSERT INTO withdrawals (account_id, amount, currency, sent_at) VALUES
    ('aaaaaaaa-0000-4000-8000-000000000001', 300, 'USD', '2026-01-10 10:00:00+00'),
    ('aaaaaaaa-0000-4000-8000-000000000003', 500, 'USD', '2026-01-11 10:00:00+00');
