-- Migration: 009_touch_updated_at
-- Purpose: updated_at is the application's business again

DROP TRIGGER user_credentials_touch ON user_credentials;
DROP TRIGGER user_strategies_touch ON user_strategies;
DROP TRIGGER accounts_touch ON accounts;
DROP FUNCTION touch_updated_at();
