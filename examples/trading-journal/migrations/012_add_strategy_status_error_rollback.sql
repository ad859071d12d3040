-- Migration: 012_add_strategy_status_error
-- Purpose: Three states again
-- Data-impact: Strategies that ended with an error become stopped; rewrites user_strategies

-- PostgreSQL cannot take a value out of an enum: the column moves to a new type.
ALTER TYPE strategy_status RENAME TO strategy_status_with_error;
CREATE TYPE strategy_status AS ENUM ('active', 'paused', 'stopped');

-- The default is an expression of the old type and would not be cast by itself.
ALTER TABLE user_strategies ALTER COLUMN status DROP DEFAULT;
ALTER TABLE user_strategies
    ALTER COLUMN status TYPE strategy_status
    USING CASE status::text WHEN 'error' THEN 'stopped' ELSE status::text END::strategy_status;
ALTER TABLE user_strategies ALTER COLUMN status SET DEFAULT 'paused';

DROP TYPE strategy_status_with_error;
