-- Migration: 004_create_user_strategies
-- Purpose: Take the strategies back

DROP TABLE user_strategies;
DROP TYPE strategy_status;
