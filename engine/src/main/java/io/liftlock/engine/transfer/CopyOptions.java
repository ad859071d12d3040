package io.liftlock.engine.transfer;

import io.liftlock.core.transfer.NotANumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants rows to be copied.
 *
 * @param jobs how many connections copy on each side; 0: chosen by the size of both servers
 * @param profile how careful to be with the servers
 * @param maxBytesPerSecond a limit for all workers together; 0: none
 * @param maxRowsPerSecond a limit for all workers together; 0: none
 * @param chunkBytes how much one transaction copies at most, about; 0: chosen
 * @param existing what to do with rows that the target holds already
 * @param restart whether to begin anew where an earlier copy was interrupted
 * @param targetBytes how much the target may hold in all; 0: unknown
 * @param acceptWeaker whether to copy although not all is read at one instant
 * @param sourceExpires when the source will be gone; null: unknown
 * @param nan what becomes of NaN in a target that cannot hold it
 * @param verify whether both sides are compared at the end
 */
public record CopyOptions(
    int jobs,
    Profile profile,
    long maxBytesPerSecond,
    long maxRowsPerSecond,
    long chunkBytes,
    IntoExisting existing,
    boolean restart,
    long targetBytes,
    boolean acceptWeaker,
    @Nullable Instant sourceExpires,
    NotANumber nan,
    boolean verify) {

  /** Everything chosen, nothing accepted that could lose something. */
  public static final CopyOptions DEFAULT =
      new CopyOptions(
          0,
          Profile.AUTO,
          0,
          0,
          0,
          IntoExisting.REFUSE,
          false,
          0,
          false,
          null,
          NotANumber.REFUSE,
          true);

  /** How careful to be with the servers. */
  public enum Profile {
    /** {@link #TINY} where one of the servers is that small, else {@link #NORMAL}. */
    AUTO,
    /** As quick as the servers allow. */
    NORMAL,
    /** One connection on each side, small chunks, short statements, and a throttle. */
    TINY
  }

  /** What to do with rows that the target holds already. */
  public enum IntoExisting {
    /** Refuse to copy. */
    REFUSE,
    /** Delete them first. */
    REPLACE,
    /** Leave them, and copy the source's rows beside them. */
    APPEND
  }

  /** The same with that many jobs. */
  public CopyOptions withJobs(int count) {
    return new CopyOptions(
        count,
        profile,
        maxBytesPerSecond,
        maxRowsPerSecond,
        chunkBytes,
        existing,
        restart,
        targetBytes,
        acceptWeaker,
        sourceExpires,
        nan,
        verify);
  }

  /** The same with that profile. */
  public CopyOptions withProfile(Profile chosen) {
    return new CopyOptions(
        jobs,
        chosen,
        maxBytesPerSecond,
        maxRowsPerSecond,
        chunkBytes,
        existing,
        restart,
        targetBytes,
        acceptWeaker,
        sourceExpires,
        nan,
        verify);
  }

  /** The same within these limits, each 0 for none. */
  public CopyOptions withRates(long bytesPerSecond, long rowsPerSecond) {
    return new CopyOptions(
        jobs,
        profile,
        bytesPerSecond,
        rowsPerSecond,
        chunkBytes,
        existing,
        restart,
        targetBytes,
        acceptWeaker,
        sourceExpires,
        nan,
        verify);
  }

  /** The same with chunks of that size; 0: chosen. */
  public CopyOptions withChunkBytes(long bytes) {
    return new CopyOptions(
        jobs,
        profile,
        maxBytesPerSecond,
        maxRowsPerSecond,
        bytes,
        existing,
        restart,
        targetBytes,
        acceptWeaker,
        sourceExpires,
        nan,
        verify);
  }

  /** The same with that answer about rows of the target. */
  public CopyOptions withExisting(IntoExisting answer) {
    return new CopyOptions(
        jobs,
        profile,
        maxBytesPerSecond,
        maxRowsPerSecond,
        chunkBytes,
        answer,
        restart,
        targetBytes,
        acceptWeaker,
        sourceExpires,
        nan,
        verify);
  }

  /** The same, beginning anew or not. */
  public CopyOptions withRestart(boolean anew) {
    return new CopyOptions(
        jobs,
        profile,
        maxBytesPerSecond,
        maxRowsPerSecond,
        chunkBytes,
        existing,
        anew,
        targetBytes,
        acceptWeaker,
        sourceExpires,
        nan,
        verify);
  }

  /** The same with what is known of the limits of both hosts. */
  public CopyOptions withHosts(long bytesOfTarget, @Nullable Instant expiryOfSource) {
    return new CopyOptions(
        jobs,
        profile,
        maxBytesPerSecond,
        maxRowsPerSecond,
        chunkBytes,
        existing,
        restart,
        bytesOfTarget,
        acceptWeaker,
        expiryOfSource,
        nan,
        verify);
  }

  /** The same, taking less consistency than one instant or not. */
  public CopyOptions withAcceptWeaker(boolean accept) {
    return new CopyOptions(
        jobs,
        profile,
        maxBytesPerSecond,
        maxRowsPerSecond,
        chunkBytes,
        existing,
        restart,
        targetBytes,
        accept,
        sourceExpires,
        nan,
        verify);
  }

  /** The same with that answer about NaN. */
  public CopyOptions withNan(NotANumber answer) {
    return new CopyOptions(
        jobs,
        profile,
        maxBytesPerSecond,
        maxRowsPerSecond,
        chunkBytes,
        existing,
        restart,
        targetBytes,
        acceptWeaker,
        sourceExpires,
        answer,
        verify);
  }

  /** The same, comparing at the end or not. */
  public CopyOptions withVerify(boolean compare) {
    return new CopyOptions(
        jobs,
        profile,
        maxBytesPerSecond,
        maxRowsPerSecond,
        chunkBytes,
        existing,
        restart,
        targetBytes,
        acceptWeaker,
        sourceExpires,
        nan,
        compare);
  }
}
