-- Migration: 007_create_deposits_and_withdrawals
-- Purpose: Take deposits and withdrawals back

DROP TABLE withdrawals;
DROP TABLE deposits;
