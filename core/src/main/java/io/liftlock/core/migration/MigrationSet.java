package io.liftlock.core.migration;

import io.liftlock.core.error.Problem;
import java.util.List;

/**
 * Everything that was read from the migration folders.
 *
 * @param layout the name of the layout that was recognised or set
 * @param graph all migrations and how they stand on each other
 * @param callbacks scripts that run at certain moments of every run
 * @param warnings what a person should know of the files
 */
public record MigrationSet(
    String layout, MigrationGraph graph, List<Callback> callbacks, List<Problem> warnings) {}
