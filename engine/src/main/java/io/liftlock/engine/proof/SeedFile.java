package io.liftlock.engine.proof;

import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.sql.Script;
import java.util.Optional;

/**
 * A file of rows that a person wrote.
 *
 * @param database the configured database it is for
 * @param after the migration that it runs right after; empty for a file that runs as soon as the
 *     tables are there that it needs
 * @param script its statements
 */
public record SeedFile(String database, Optional<MigrationId> after, Script script) {}
