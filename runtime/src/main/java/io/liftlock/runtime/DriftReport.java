package io.liftlock.runtime;

import io.liftlock.core.report.Drift;
import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * How one database differs from what it should be.
 *
 * @param database its configured name
 * @param expected what it should be, for people: the last run's snapshot, or the migrations
 * @param snapshot the snapshot that it was compared with, if one was
 * @param drift what differs
 * @param notModelled what is there and was not compared
 */
public record DriftReport(
    String database,
    String expected,
    Optional<Snapshot> snapshot,
    Drift drift,
    List<NotModelled> notModelled) {

  /** Copies the list. */
  public DriftReport {
    notModelled = List.copyOf(notModelled);
  }
}
