-- Migration: 009_touch_updated_at
-- Purpose: updated_at follows every change
-- Database: postgres
-- Date: 2026-01-26
-- Author: Journal Team
-- Breaking Changes: None

CREATE FUNCTION touch_updated_at() RETURNS trigger
LANGUAGE plpgsql
AS $touch$
BEGIN
    -- Only a row that really changed is touched; semicolons in here end nothing.
    IF NEW IS DISTINCT FROM OLD THEN
        NEW.updated_at := now();
    END IF;
    RETURN NEW;
END;
$touch$;

CREATE TRIGGER accounts_touch BEFORE UPDATE ON accounts
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER user_strategies_touch BEFORE UPDATE ON user_strategies
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER user_credentials_touch BEFORE UPDATE ON user_credentials
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
