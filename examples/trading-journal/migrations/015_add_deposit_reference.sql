-- Migration: 015_add_deposit_reference
-- Purpose: A deposit carries the reference under which the bank knows it
-- Database: postgres
-- Date: 2026-03-02
-- Author: Journal Team
-- Ticket: TJ-118
-- Breaking Changes: None; the column may be empty until 018
-- Lock-timeout: 2s

-- May be run again by hand; the column is added once.
DO $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM information_schema.columns
         WHERE table_schema = current_schema() AND table_name = 'deposits' AND column_name = 'reference'
    ) THEN
        ALTER TABLE deposits ADD COLUMN reference text;
    END IF;
END $$;

COMMENT ON COLUMN deposits.reference IS 'The bank''s own reference; DEP-<number> where there was none';
