package io.liftlock.engine.transfer;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.compare.CompareOptions;
import io.liftlock.engine.transfer.compare.RowComparer;
import java.util.List;

/** Compares both sides at the point that the source was read at. */
final class Verification {

  private final Site site;
  private final Database target;
  private final Preparation known;
  private final Timing timing;

  Verification(Site site, Database target, Preparation known, Timing timing) {
    this.site = site;
    this.target = target;
    this.known = known;
    this.timing = timing;
  }

  /**
   * @param settle brings the target to a point of the source that takes the place of a lost one
   */
  RowComparison verify(Runnable settle) {
    return site.perseverance()
        .insist(
            () -> {
              if (!site.point().isAlive()) {
                site.point().current();
                settle.run();
              }
              return compare();
            },
            site.point()::look);
  }

  private RowComparison compare() {
    ReadPoint read = site.point().current().point();
    boolean alone = read.consistency().degree() == Consistency.Degree.SINGLE;
    int jobs = alone ? 1 : known.jobs();
    CompareOptions options =
        CompareOptions.DEFAULTS.named(site.database()).withJobs(jobs).withMaxBytesPerSecond(rate());
    try (ReadPoint written = target.rowSource().open(jobs)) {
      return new RowComparer(options, timing, site.listener())
          .compare(read, written, new CopyPlan(known.pairs(), List.of()));
    }
  }

  /** No faster than rows were copied at last, where that was held back. */
  private long rate() {
    double allowed = site.throttle().allowed();
    return Double.isInfinite(allowed) ? 0 : (long) allowed;
  }
}
