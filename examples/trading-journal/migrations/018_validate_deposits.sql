-- Migration: 018_validate_deposits
-- Purpose: Old rows keep the rules of 017 as well
-- Database: postgres
-- Date: 2026-03-10
-- Author: Journal Team
-- Ticket: TJ-118
-- Breaking Changes: None

ALTER TABLE deposits VALIDATE CONSTRAINT deposits_account_id_fkey;
ALTER TABLE withdrawals VALIDATE CONSTRAINT withdrawals_account_id_fkey;
ALTER TABLE deposits VALIDATE CONSTRAINT deposits_reference_present;

-- The validated check spares the scan that SET NOT NULL makes; then the check has done its work.
ALTER TABLE deposits ALTER COLUMN reference SET NOT NULL;
ALTER TABLE deposits DROP CONSTRAINT deposits_reference_present;
