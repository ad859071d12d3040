package io.liftlock.core.migration;

import io.liftlock.core.sql.Script;

/**
 * A script that runs at certain moments of every run, and is not recorded.
 *
 * @param event when
 * @param name as people know it
 * @param database the configured database it is for
 * @param script what runs
 */
public record Callback(CallbackEvent event, String name, String database, Script script) {}
