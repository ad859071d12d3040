package io.liftlock.core.migration;

import io.liftlock.core.sql.Checksum;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the history table: one event in the life of one migration. Rows are appended, never
 * updated.
 *
 * @param version the migration's id in its text form
 * @param name the migration's name, as people know it
 * @param appliedAt when, by the runner's clock
 * @param checksum of the script that ran or was accepted, or null where none is known
 * @param prevHash {@link #hash()} of the entry before, or {@link History#GENESIS}; unique in the
 *     table, so that two runs can never append to one state
 * @param direction what was done
 * @param state how far it came
 * @param statementsDone how many statements of the script had taken effect
 * @param durationMs how long it took, in milliseconds; when written, a negative value stands for
 *     the time since the transaction that writes it began, as the database measures it
 * @param appliedBy who: database user, system user and host
 * @param toolVersion liftlock's version
 * @param error why it failed, without row values, or null
 * @param reason why a person stamped or repaired, or null
 * @param batch the id of the run; all entries of one run share it
 */
public record HistoryEntry(
    String version,
    String name,
    Instant appliedAt,
    @Nullable Checksum checksum,
    String prevHash,
    Direction direction,
    EntryState state,
    int statementsDone,
    long durationMs,
    String appliedBy,
    String toolVersion,
    @Nullable String error,
    @Nullable String reason,
    String batch) {

  /** The link of the chain: what the next entry carries as {@code prevHash}. */
  public String hash() {
    return Checksum.sha256(
        String.join(
            "\n",
            prevHash,
            version,
            name,
            direction.word(),
            state.word(),
            String.valueOf(checksum),
            Integer.toString(statementsDone),
            batch));
  }

  /** The migration's id. */
  public MigrationId id() {
    return MigrationId.parse(version);
  }
}
