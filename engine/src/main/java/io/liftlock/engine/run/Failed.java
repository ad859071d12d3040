package io.liftlock.engine.run;

import io.liftlock.core.error.Problem;

/**
 * Why a migration did not reach its end.
 *
 * @param problem what to tell a person
 * @param partly whether something of it stays in the database
 */
record Failed(Problem problem, boolean partly) {}
