package io.liftlock.core.migration;

import io.liftlock.core.sql.Masking;
import io.liftlock.core.sql.Statement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one statement of one migration.
 *
 * @param version the migration's id in its text form
 * @param direction {@link Direction#UP} or {@link Direction#DOWN}
 * @param batch the id of the run
 * @param ordinal 1-based place in the script
 * @param hash the statement's token hash
 * @param text the statement, or null above 64 KB; literals of passwords are masked
 * @param state whether it was begun, done, or failed
 * @param startedAt when it was sent, or null where only its end was seen
 * @param finishedAt when it was done, or null while it is not
 * @param lockWaitMs time lost in attempts that ended in a lock timeout or deadlock, in milliseconds
 * @param holdMs from the statement's start to the end of its transaction, in milliseconds
 */
public record StatementRecord(
    String version,
    Direction direction,
    String batch,
    int ordinal,
    String hash,
    @Nullable String text,
    EntryState state,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long lockWaitMs,
    long holdMs) {

  /** From this many characters a statement's text is not stored. */
  public static final int MAX_TEXT = 64 * 1024;

  /** The text of a statement as it may be stored: null where it is too long, passwords masked. */
  public static @Nullable String textOf(Statement statement) {
    if (statement.isLarge()) {
      return null;
    }
    String text = statement.text();
    return text.length() > MAX_TEXT ? null : Masking.passwords(text);
  }

  /** The same statement, further on. */
  public StatementRecord in(EntryState newState, @Nullable Instant newFinishedAt) {
    return new StatementRecord(
        version,
        direction,
        batch,
        ordinal,
        hash,
        text,
        newState,
        startedAt,
        newFinishedAt,
        lockWaitMs,
        holdMs);
  }

  /** The same statement with its times, where the one who ran it knows them. */
  public StatementRecord timed(Instant newStartedAt, Instant newFinishedAt, long newHoldMs) {
    return new StatementRecord(
        version,
        direction,
        batch,
        ordinal,
        hash,
        text,
        state,
        newStartedAt,
        newFinishedAt,
        lockWaitMs,
        newHoldMs);
  }
}
