-- Migration: 011_index_money_by_time
-- Purpose: Take the indexes back, without blocking anybody

DROP INDEX CONCURRENTLY withdrawals_account_time_idx;
DROP INDEX CONCURRENTLY deposits_account_time_idx;
