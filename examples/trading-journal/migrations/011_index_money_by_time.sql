-- Migration: 011_index_money_by_time
-- Purpose: The statement of an account, in order of time, without a sort
-- Database: postgres
-- Date: 2026-02-04
-- Author: Journal Team
-- Breaking Changes: None
-- Notes: Built while the application goes on writing; liftlock runs such statements outside a transaction

CREATE INDEX CONCURRENTLY deposits_account_time_idx ON deposits (account_id, received_at);
CREATE INDEX CONCURRENTLY withdrawals_account_time_idx ON withdrawals (account_id, sent_at);
