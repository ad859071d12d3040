-- Migration: 010_enable_row_level_security
-- Purpose: A user sees and changes only what is theirs
-- Database: postgres
-- Date: 2026-02-02
-- Author: Journal Team
-- Breaking Changes: Sessions that are not the tables' owner must set app.user_id
-- Notes: The owner of the tables, who runs migrations, is not bound by the policies

-- Who asks. Unset and empty both mean nobody, and nobody sees nothing. On Supabase
-- this function is the one place to say auth.uid() instead.
CREATE FUNCTION current_user_id() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_strategies ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_credentials ENABLE ROW LEVEL SECURITY;
ALTER TABLE deposits ENABLE ROW LEVEL SECURITY;
ALTER TABLE withdrawals ENABLE ROW LEVEL SECURITY;

CREATE POLICY "Users see and change themselves" ON users
    FOR ALL USING (id = (SELECT current_user_id()));

CREATE POLICY "Users see and change their own accounts" ON accounts
    FOR ALL USING (user_id = (SELECT current_user_id()));

CREATE POLICY "Users see and change their own strategies" ON user_strategies
    FOR ALL USING (user_id = (SELECT current_user_id()));

-- Credentials can be added and removed, never read back by a user's session.
CREATE POLICY "Users add their own credentials" ON user_credentials
    FOR INSERT WITH CHECK (user_id = (SELECT current_user_id()));
CREATE POLICY "Users remove their own credentials" ON user_credentials
    FOR DELETE USING (user_id = (SELECT current_user_id()));

CREATE POLICY "Users see their own deposits" ON deposits
    FOR SELECT USING (account_id IN (SELECT id FROM accounts WHERE user_id = (SELECT current_user_id())));
CREATE POLICY "Users see their own withdrawals" ON withdrawals
    FOR SELECT USING (account_id IN (SELECT id FROM accounts WHERE user_id = (SELECT current_user_id())));
