-- Migration: 001_create_users
-- Purpose: People who keep a journal
-- Database: postgres
-- Date: 2026-01-12
-- Author: Journal Team
-- Breaking Changes: None

CREATE TABLE users (
    id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email         text NOT NULL CHECK (email LIKE '_%@_%'),
    display_name  text NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now()
);

-- One person, one account, however the address was typed.
CREATE UNIQUE INDEX users_email_key ON users (lower(email));

COMMENT ON TABLE users IS 'People who keep a journal; everything else hangs on them';

-- Three people, so that the later migrations meet rows.
INSERT INTO users (id, email, display_name) VALUES
    ('11111111-1111-4111-8111-111111111111', 'ada@example.com', 'Ada'),
    ('22222222-2222-4222-8222-222222222222', 'Grace@example.com', 'Grace; née Murray'),
    ('33333333-3333-4333-8333-333333333333', 'linus@example.com', 'Linus O''Hara');
