-- Migration: 005_create_user_credentials
-- Purpose: Encrypted access to a broker
-- Database: postgres
-- Date: 2026-01-15
-- Author: Journal Team
-- Breaking Changes: None
-- Notes: The application encrypts; the database never sees a key in the clear

CREATE TABLE user_credentials (
    id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    broker       text NOT NULL,
    environment  text NOT NULL,
    key_id       text NOT NULL,
    ciphertext   bytea NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (user_id, broker, environment)
);

INSERT INTO user_credentials (user_id, broker, environment, key_id, ciphertext) VALUES
    ('11111111-1111-4111-8111-111111111111', 'deribit', 'live', 'kms-2026-01', E'\\x00ff10'),
    ('22222222-2222-4222-8222-222222222222', 'robinhood', 'live', 'kms-2026-01', '\x5c27');
