package io.liftlock.core.transfer;

import java.time.Instant;

/**
 * One copy, as the target remembers it from before its first change until long after.
 *
 * @param id unlike any other
 * @param source the source's URL, without a password
 * @param sourceIdentity which database that was, whatever its URL said
 * @param planDigest a hash of which column goes where; a resumed copy must have the same
 * @param schemaFingerprint of the target before anything was suspended; equal again at the end
 * @param startedAt when it began
 * @param appends whether rows of the target's own may stand among those that are copied, so that
 *     none may be deleted
 * @param state how far it is
 */
public record CopyRun(
    String id,
    String source,
    String sourceIdentity,
    String planDigest,
    String schemaFingerprint,
    Instant startedAt,
    boolean appends,
    State state) {

  /** How far a copy is. */
  public enum State {
    /** Rows are being copied, or what was suspended is coming back. */
    COPYING,
    /** Everything is there. */
    DONE,
    /** A person gave it up; what was suspended is back. */
    ABANDONED
  }

  /** The same copy, further on. */
  public CopyRun in(State next) {
    return new CopyRun(
        id, source, sourceIdentity, planDigest, schemaFingerprint, startedAt, appends, next);
  }
}
