-- Migration: 016_backfill_deposit_references
-- Purpose: Deposits from before 015 get a reference too
-- Database: postgres
-- Date: 2026-03-02
-- Author: Journal Team
-- Ticket: TJ-118
-- Breaking Changes: None
-- Data-impact: Writes every deposit that has no reference, in ranges of its key
-- Transaction: none

-- Each range is a statement of its own, so that no row stays locked for long.
UPDATE deposits SET reference = 'DEP-' || id WHERE reference IS NULL AND id BETWEEN 1 AND 2;
UPDATE deposits SET reference = 'DEP-' || id WHERE reference IS NULL AND id BETWEEN 3 AND 4;
UPDATE deposits SET reference = 'DEP-' || id WHERE reference IS NULL AND id >= 5;
