package io.liftlock.core.report;

import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Migration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of taking one migration up, down and up again.
 *
 * @param migration which
 * @param result in a word
 * @param differences what is not as it should be after a part of the way, the order of columns
 *     included
 * @param lost rows that a rollback loses, changes or leaves behind; told, but no failure
 * @param problem why it failed, or why it is no failure that there is no rollback
 */
public record MigrationProof(
    Migration migration,
    Result result,
    List<Difference> differences,
    List<RowChange> lost,
    Optional<Problem> problem) {

  /** Copies the lists. */
  public MigrationProof {
    differences = List.copyOf(differences);
    lost = List.copyOf(lost);
  }

  /**
   * What differs on a stop.
   *
   * @param leg the part of the way that led there
   * @param diff from what should be there to what is
   */
  public record Difference(Leg leg, SchemaDiff diff) {}

  /** The words are public API. */
  public enum Result {
    /** Down brings back the schema as it was, and up again makes the same. */
    EXACT,
    /** The same, but columns stand in another order, which no ALTER TABLE can change. */
    COLUMN_ORDER,
    /** Something is left behind, missing, or other than it was. */
    DIFFERS,
    /** A script did not reach its end. */
    FAILS,
    NO_ROLLBACK,
    /** Without a rollback, for a reason that its header gives. */
    IRREVERSIBLE,
    /** Not reached, since one before it could not be run. */
    NOT_TRIED;

    /** As JSON writes it: {@code no-rollback}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing has to be mended. */
    public boolean isAccepted() {
      return this == EXACT || this == COLUMN_ORDER || this == IRREVERSIBLE;
    }
  }
}
