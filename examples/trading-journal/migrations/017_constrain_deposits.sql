-- Migration: 017_constrain_deposits
-- Purpose: New rows must have a reference and an account that exists
-- Database: postgres
-- Date: 2026-03-09
-- Author: Journal Team
-- Ticket: TJ-118
-- Breaking Changes: Versions that write no reference fail from here on
-- Notes: NOT VALID looks at no old row, so the lock is short; 018 looks at them under a weak one

ALTER TABLE deposits
    ADD CONSTRAINT deposits_reference_present CHECK (reference IS NOT NULL) NOT VALID;

ALTER TABLE deposits
    ADD CONSTRAINT deposits_account_id_fkey
    FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE withdrawals
    ADD CONSTRAINT withdrawals_account_id_fkey
    FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE NOT VALID;
