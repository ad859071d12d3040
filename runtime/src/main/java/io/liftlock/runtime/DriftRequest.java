package io.liftlock.runtime;

import io.liftlock.core.change.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written about drift.
 *
 * @param name what the migration is called
 * @param way who is right
 * @param allowance what it may destroy
 * @param author who writes it, or null
 * @param feature the feature folder, or null to find it
 */
public record DriftRequest(
    String name, Way way, Allowance allowance, @Nullable String author, @Nullable String feature) {

  /** Who is right. */
  public enum Way {
    /** The database is: the migrations take over what was changed by hand. */
    ADOPT,
    /** The migrations are: what was changed by hand is undone. */
    REVERT
  }
}
