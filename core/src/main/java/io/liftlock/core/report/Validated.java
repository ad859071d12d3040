package io.liftlock.core.report;

import java.util.List;

/**
 * What came of taking the migrations of one database up, down and up again.
 *
 * @param database its configured name
 * @param migrations each migration that was to be proven, in order
 * @param gaps tables that could not be filled with rows, and why
 */
public record Validated(String database, List<MigrationProof> migrations, List<SeedGap> gaps) {

  /** Copies the lists. */
  public Validated {
    migrations = List.copyOf(migrations);
    gaps = List.copyOf(gaps);
  }

  /** Whether nothing has to be mended. */
  public boolean isSound() {
    return migrations.stream().allMatch(proof -> proof.result().isAccepted());
  }
}
