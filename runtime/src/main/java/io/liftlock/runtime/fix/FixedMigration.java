package io.liftlock.runtime.fix;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.FixProof;
import io.liftlock.core.sql.Checksum;
import java.util.List;
import java.util.Optional;

/**
 * A migration and its safe form.
 *
 * @param migration as it was
 * @param before the text of its file as it was
 * @param after the text with the safe form, or with its first part where it is cut into files
 * @param reads what the script of its file is to be read as then
 * @param parts what goes into new migrations, in order; empty where it stays one file
 * @param fixed the findings that are gone
 * @param left the findings that people have to decide about
 * @param refused why it was not rewritten, where its form does not allow that
 * @param proof what its proof came to; empty where none was asked for or nothing changes
 * @param written the files that were written, relative to the project
 */
public record FixedMigration(
    Migration migration,
    String before,
    String after,
    Checksum reads,
    List<String> parts,
    List<Finding> fixed,
    List<Finding> left,
    Optional<String> refused,
    Optional<FixProof> proof,
    List<String> written) {

  /** Copies the lists. */
  public FixedMigration {
    parts = List.copyOf(parts);
    fixed = List.copyOf(fixed);
    left = List.copyOf(left);
    written = List.copyOf(written);
  }

  /** Whether its safe form is another than it has. */
  public boolean isChanged() {
    return !before.equals(after) || !parts.isEmpty();
  }

  /** Whether a proof was made and does not hold. */
  public boolean isDisproven() {
    return proof.filter(each -> !each.isEqual()).isPresent();
  }

  /** The same, written. */
  public FixedMigration writtenTo(List<String> files) {
    return new FixedMigration(
        migration, before, after, reads, parts, fixed, left, refused, proof, files);
  }
}
