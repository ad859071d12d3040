-- Migration: 016_backfill_deposit_references
-- Purpose: Forget the references that 016 made up

UPDATE deposits SET reference = NULL WHERE reference = 'DEP-' || id;
