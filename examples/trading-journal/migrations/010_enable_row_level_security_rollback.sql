-- Migration: 010_enable_row_level_security
-- Purpose: Everybody who may use a table sees all of it again

DROP POLICY "Users see their own withdrawals" ON withdrawals;
DROP POLICY "Users see their own deposits" ON deposits;
DROP POLICY "Users remove their own credentials" ON user_credentials;
DROP POLICY "Users add their own credentials" ON user_credentials;
DROP POLICY "Users see and change their own strategies" ON user_strategies;
DROP POLICY "Users see and change their own accounts" ON accounts;
DROP POLICY "Users see and change themselves" ON users;

ALTER TABLE withdrawals DISABLE ROW LEVEL SECURITY;
ALTER TABLE deposits DISABLE ROW LEVEL SECURITY;
ALTER TABLE user_credentials DISABLE ROW LEVEL SECURITY;
ALTER TABLE user_strategies DISABLE ROW LEVEL SECURITY;
ALTER TABLE accounts DISABLE ROW LEVEL SECURITY;
ALTER TABLE users DISABLE ROW LEVEL SECURITY;

DROP FUNCTION current_user_id();
