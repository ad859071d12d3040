-- Migration: 003_create_accounts
-- Purpose: Take the accounts back

DROP TABLE accounts;
