-- Migration: 015_add_deposit_reference
-- Purpose: Deposits without a reference again
-- Data-impact: References that the application has written since are lost

ALTER TABLE deposits DROP COLUMN reference;
