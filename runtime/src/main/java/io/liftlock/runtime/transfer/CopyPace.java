package io.liftlock.runtime.transfer;

import io.liftlock.core.transfer.Rate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much a copy may ask of both servers.
 *
 * @param jobs how many connections copy on each side; 0: chosen by the size of both servers
 * @param profile how careful to be with them
 * @param limit how much may be read in a second
 * @param chunkBytes how much one transaction copies at most, about; 0: chosen
 * @param targetBytes how much the target may hold in all; 0: unknown
 * @param sourceExpires when the source will be gone; null: unknown
 */
public record CopyPace(
    int jobs,
    Profile profile,
    Rate limit,
    long chunkBytes,
    long targetBytes,
    @Nullable Instant sourceExpires) {

  /** Everything chosen. */
  public static final CopyPace CHOSEN = new CopyPace(0, Profile.AUTO, Rate.UNLIMITED, 0, 0, null);

  /** How careful to be. */
  public enum Profile {
    /** {@link #TINY} where a server is that small, else {@link #NORMAL}. */
    AUTO,
    /** As quick as the servers allow. */
    NORMAL,
    /** One connection on each side, small chunks, short statements, and a throttle. */
    TINY
  }

  /** The same where it is known when the source will be gone. */
  public CopyPace expiring(Instant when) {
    return new CopyPace(jobs, profile, limit, chunkBytes, targetBytes, when);
  }
}
