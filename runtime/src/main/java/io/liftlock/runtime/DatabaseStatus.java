package io.liftlock.runtime;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import java.util.List;
import java.util.Optional;

/**
 * Where one database stands against the files.
 *
 * @param name the configured name
 * @param url where it is, without a password
 * @param origin what named it
 * @param server product and version
 * @param heads applied migrations that nothing applied stands on: the current version, or several
 * @param applied how many migrations are applied
 * @param pending files that are not applied, in the order they would run
 * @param late those of them on which something stands that is already applied
 * @param edited applied files whose SQL is not what ran
 * @param missing applied migrations without a file
 * @param stopped the migration that an earlier run left half-way
 * @param running who holds the migration lock now
 */
public record DatabaseStatus(
    String name,
    String url,
    String origin,
    String server,
    List<MigrationId> heads,
    int applied,
    List<Migration> pending,
    List<Migration> late,
    List<Migration> edited,
    List<MigrationId> missing,
    Optional<Stopped> stopped,
    Optional<String> running) {

  /**
   * A migration that was begun and neither completed nor taken back.
   *
   * @param id which
   * @param statement the 1-based statement that it has to go on with, as far as the history tells
   * @param error why it stopped, where it could still say so
   * @param resume the command that continues
   */
  public record Stopped(MigrationId id, int statement, Optional<String> error, String resume) {}

  /** Whether it has everything, unchanged. */
  public boolean isCurrent() {
    return pending.isEmpty()
        && late.isEmpty()
        && edited.isEmpty()
        && missing.isEmpty()
        && stopped.isEmpty();
  }
}
