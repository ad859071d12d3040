package io.liftlock.engine.transfer;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.event.Listener;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.pairing.CopyMapping;
import io.liftlock.engine.transfer.pairing.CopyPlanner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;

/** Two real databases that are copied between, opened as a run opens them. */
final class OpenDatabases implements AutoCloseable {

  final Database source;
  final Database target;

  OpenDatabases(DatabaseUrl from, DatabaseUrl into) {
    this.source = open("old", from);
    this.target = open("new", into);
  }

  static Database open(String name, DatabaseUrl url) {
    return ServiceLoader.load(DatabaseDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(driver -> driver.accepts(url))
        .findFirst()
        .orElseThrow()
        .open(
            url,
            new OpenOptions(
                name,
                HistoryTable.DEFAULT,
                new RunnerIdentity("tester", "here", 1, Instant.EPOCH, "test")));
  }

  /** Real time passes, and whoever sleeps is woken at once and finds that time has passed. */
  static Timing timing() {
    AtomicReference<Duration> slept = new AtomicReference<>(Duration.ZERO);
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return Instant.now().plus(slept.get());
          }
        };
    return new Timing(clock, pause -> slept.accumulateAndGet(pause, Duration::plus), new Random(7));
  }

  CopyPlan plan(CopyMapping mapping) {
    return CopyPlanner.plan(source.inspector().inspect(), target.inspector().inspect(), mapping);
  }

  CopyReport copy(CopyOptions options) {
    return copy(options, Listener.SILENT);
  }

  CopyReport copy(CopyOptions options, Listener listener) {
    return new Copier(source, target, timing(), listener, options).copy(plan(CopyMapping.NONE));
  }

  @Override
  public void close() {
    source.close();
    target.close();
  }
}
