package io.liftlock.core.report;

import io.liftlock.core.change.Change;
import io.liftlock.core.migration.Migration;
import java.util.Optional;

/**
 * One object that is not as it should be.
 *
 * @param change what happened to it, from what it should be to what it is
 * @param touchedBy the migration that touched it last, or what it is a part of
 */
public record Deviation(Change change, Optional<Migration> touchedBy) {}
