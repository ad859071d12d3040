-- Migration: 012_add_strategy_status_error
-- Purpose: A strategy that ended by itself is told from one that was stopped
-- Database: postgres
-- Date: 2026-02-09
-- Author: Journal Team
-- Breaking Changes: None; older versions never write the new value but may read it

ALTER TYPE strategy_status ADD VALUE 'error' AFTER 'stopped';
