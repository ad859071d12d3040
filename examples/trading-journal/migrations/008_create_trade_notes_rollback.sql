-- Migration: 008_create_trade_notes
-- Purpose: Take the notes back

DROP TABLE trade_notes;
