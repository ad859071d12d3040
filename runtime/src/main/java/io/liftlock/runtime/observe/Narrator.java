package io.liftlock.runtime.observe;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.report.Standstill;
import io.liftlock.core.transfer.ByteSize;
import io.liftlock.engine.run.Blockers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Tells an event in one line of plain text; in none where a log need not hold it. */
public final class Narrator implements Event.Cases<String> {

  private final TransferNarrator transfers = new TransferNarrator();

  @Override
  public String lockAwaited(Event.LockAwaited event) {
    return "another run holds the migration lock, waiting for it: " + event.holder().description();
  }

  @Override
  public String lockAcquired(Event.LockAcquired event) {
    return "the migration lock was free after " + seconds(event.waited());
  }

  @Override
  public String migrationStarted(Event.MigrationStarted event) {
    return "%s %s (%d of %d)"
        .formatted(verb(event.planned()), title(event.planned()), event.position(), event.total());
  }

  @Override
  public String stepFinished(Event.StepFinished event) {
    String rows = event.rows() < 0 ? "" : ", " + event.rows() + " rows";
    return "%s statement %d done in %d ms%s"
        .formatted(title(event.planned()), event.step().ordinal(), event.durationMs(), rows);
  }

  @Override
  public String blockersSeen(Event.BlockersSeen event) {
    String lag =
        event
            .replicaLag()
            .map(behind -> "; a standby is " + seconds(behind) + " behind")
            .orElse("");
    return "%s is not begun yet, so that nobody queues behind it%s%s"
        .formatted(title(event.planned()), lag, blockers(event.blockers()));
  }

  @Override
  public String blockerEnded(Event.BlockerEnded event) {
    return "%s: %s, as policy.cancel-blockers allows%s: %s"
        .formatted(
            title(event.planned()),
            event.terminated() ? "a session was ended" : "a statement was cancelled",
            event.taken() ? "" : ", but the server did not take the request",
            Blockers.describe(event.blocker()));
  }

  @Override
  public String transactionRetried(Event.TransactionRetried event) {
    return "%s: a lock was not granted in try %d, the next try is in %d ms%s"
        .formatted(
            title(event.planned()),
            event.attempt(),
            event.pause().toMillis(),
            blockers(event.blockers()));
  }

  @Override
  public String statementReconciled(Event.StatementReconciled event) {
    return "%s statement %d of an earlier run: %s, %s"
        .formatted(event.version(), event.ordinal(), event.verdict(), event.because());
  }

  @Override
  public String migrationFinished(Event.MigrationFinished event) {
    Outcome.Finished finished = event.finished();
    return "%s %s done: %d statements, %d ms"
        .formatted(
            verb(finished.planned()),
            title(finished.planned()),
            finished.statements(),
            finished.durationMs());
  }

  @Override
  public String tablesAnalyzed(Event.TablesAnalyzed event) {
    return "statistics refreshed: " + String.join(", ", event.tables());
  }

  @Override
  public String warned(Event.Warned event) {
    return event.problem().render();
  }

  @Override
  public String standstillForeseen(Event.StandstillForeseen event) {
    return standstill(event.standstill());
  }

  /** {@code 014_add_email keeps writes to public.users waiting for about 42.0 s}. */
  public static String standstill(Standstill standstill) {
    String known =
        standstill
            .impact()
            .map(
                impact ->
                    "about %s (%,d rows, %s)"
                        .formatted(
                            seconds(impact.blocked()),
                            impact.rows(),
                            ByteSize.text(impact.bytes())))
            .orElseGet(
                () ->
                    "a time that cannot be told: the size of "
                        + standstill.unknown().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                        + " is not known");
    return "%s keeps %s waiting for %s".formatted(standstill.migration(), standstill.what(), known);
  }

  @Override
  public String transferred(TransferEvent event) {
    return event.matchTransfer(transfers);
  }

  private static String title(PlannedMigration planned) {
    return planned.migration().title();
  }

  /** What is done to a migration, in one word. */
  public static String verb(PlannedMigration planned) {
    return switch (planned.direction()) {
      case UP -> "migrate";
      case DOWN -> "roll back";
      case STAMP -> "stamp";
      case REPAIR -> "repair";
      case ADOPT -> "adopt";
    };
  }

  private static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }

  private static String blockers(List<Blocker> blockers) {
    return blockers.stream()
        .map(blocker -> "; blocked by " + Blockers.describe(blocker))
        .collect(Collectors.joining());
  }
}
