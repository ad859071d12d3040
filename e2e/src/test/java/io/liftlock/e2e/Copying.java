package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.Copier;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.engine.transfer.pairing.CopyMapping;
import io.liftlock.engine.transfer.pairing.CopyPlanner;
import io.liftlock.testkit.RowText;
import io.liftlock.testkit.ScratchDatabase;
import java.time.Instant;
import java.util.ServiceLoader;

/**
 * A copy between two databases that both have their schema: in this process, or, so that it can be
 * killed, as the main class of another.
 */
final class Copying {

  /** Copies with parts so small that every table has several. */
  static final CopyOptions SMALL_PARTS = CopyOptions.DEFAULT.withJobs(3).withChunkBytes(40_000);

  private Copying() {}

  /**
   * Copies.
   *
   * @param arguments both URLs, and in how many bytes the parts are cut
   */
  public static void main(String[] arguments) {
    DatabaseUrl from = DatabaseUrl.parse(arguments[0]);
    DatabaseUrl to = DatabaseUrl.parse(arguments[1]);
    CopyOptions options = SMALL_PARTS.withChunkBytes(Long.parseLong(arguments[2]));
    try {
      CopyReport report = copy(from, to, options, Copying::tell);
      System.out.printf(
          "done: %d parts were there before, consistent %b%n",
          report.resumed(), report.consistent());
    } catch (LiftlockException e) {
      System.out.println("stopped: " + e.problems());
      System.exit(5);
    }
  }

  private static void tell(Event event) {
    String text = event.toString();
    System.out.println(text.substring(0, Math.min(200, text.length())));
  }

  /** Opens whatever that is. */
  static Database open(String name, DatabaseUrl url) {
    OpenOptions options =
        new OpenOptions(
            name,
            HistoryTable.DEFAULT,
            new RunnerIdentity(
                "tester", "here", ProcessHandle.current().pid(), Instant.EPOCH, "test"));
    return ServiceLoader.load(DatabaseDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(driver -> driver.accepts(url))
        .findFirst()
        .orElseThrow()
        .open(url, options);
  }

  /** Copies in this process. */
  static CopyReport copy(DatabaseUrl from, DatabaseUrl to, CopyOptions options) {
    return copy(from, to, options, Listener.SILENT);
  }

  /** Copies in this process, and tells what happens. */
  static CopyReport copy(DatabaseUrl from, DatabaseUrl to, CopyOptions options, Listener listener) {
    try (Database source = open("source", from);
        Database target = open("target", to)) {
      CopyPlan plan =
          CopyPlanner.plan(
              source.inspector().inspect(), target.inspector().inspect(), CopyMapping.NONE);
      return new Copier(source, target, Timing.system(), listener, options).copy(plan);
    }
  }

  /** What a database looks like, without what liftlock keeps for itself. */
  static String fingerprint(DatabaseUrl url) {
    return Command.fingerprint(url);
  }

  /** Fails where a table of the copy holds anything else than the source's, by another judge. */
  static void assertSameRows(ScratchDatabase copy, ScratchDatabase source) {
    var expected = RowText.of(source);
    var actual = RowText.of(copy);
    // A materialized view that is not filled in the source is filled in the copy.
    assertThat(actual.keySet()).containsAll(expected.keySet());
    expected.forEach(
        (table, lines) -> assertThat(actual.get(table)).as(table).containsExactlyElementsOf(lines));
  }
}
