package io.liftlock.core.plan;

import io.liftlock.core.sql.Statement;

/**
 * One statement and how to run it.
 *
 * @param ordinal 1-based place in its script
 * @param statement what runs
 * @param placement where it runs
 * @param timeouts its budgets
 */
public record Step(int ordinal, Statement statement, Placement placement, Timeouts timeouts) {}
