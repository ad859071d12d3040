package io.liftlock.runtime;

import io.liftlock.core.migration.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is to be traced, and on what kind of copy.
 *
 * @param files what runs; empty: what is pending up to the target
 * @param target how far pending migrations run
 * @param rows which rows the copy has
 * @param count how many of each table, where that is a number
 * @param place where the copy is made
 * @param load a file with statements that others run meanwhile
 * @param sessions how many others there are
 * @param budget how long a lock that keeps readers or writers waiting may be held; empty: as the
 *     environment's policy says of waiting for a lock
 */
public record TracingRequest(
    List<Path> files,
    Target target,
    Rows rows,
    long count,
    Place place,
    Optional<Path> load,
    int sessions,
    Optional<Duration> budget) {

  /** How many rows of each table are copied where nothing is said. */
  public static final long DEFAULT_ROWS = 1_000;

  /** How many others there are where nothing is said. */
  public static final int DEFAULT_SESSIONS = 4;

  /** Whose rows the copy has. */
  public enum Rows {
    /** Some of the database's own, and whatever they refer to. */
    SOME,
    /** All of the database's own. */
    ALL,
    /** Made up. */
    PLANTED,
    NONE
  }

  /** Where the copy is made. */
  public enum Place {
    /** On the server for scratch databases, else beside the database, else on an embedded one. */
    ANY,
    /** On an embedded server of the same version. */
    EMBEDDED
  }

  /** Copies the files. */
  public TracingRequest {
    files = List.copyOf(files);
  }
}
