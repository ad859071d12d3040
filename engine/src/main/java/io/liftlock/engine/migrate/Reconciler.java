package io.liftlock.engine.migrate;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Evidence;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationGraph;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import io.liftlock.engine.run.AdHocStatement;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how far a migration came that an earlier run left half-way: by what that run
 * remembered, and for the one statement in flight by a look into the catalog.
 */
final class Reconciler {

  private final MigrationGraph graph;
  private final Timeouts timeouts;
  private final Listener listener;

  Reconciler(MigrationGraph graph, Timeouts timeouts, Listener listener) {
    this.graph = graph;
    this.timeouts = timeouts;
    this.listener = listener;
  }

  /**
   * Where it goes on; half-done leftovers are removed on the way. The migration lock must be held.
   *
   * @param problems collects what a person has to decide
   * @return empty where nothing was left half-way, or where a problem was added
   */
  Optional<ResumePoint> reconcile(Database database, HalfWay halfWay, Problems problems) {
    HistoryEntry stopped = halfWay.entry();
    Optional<Migration> file =
        Stream.concat(graph.at(stopped.id()).stream(), graph.repeatables().stream())
            .filter(migration -> migration.id().equals(stopped.id()))
            .filter(migration -> migration.database().equals(database.name()))
            .findFirst();
    Optional<Script> script =
        file.flatMap(
            migration ->
                stopped.direction() == Direction.DOWN
                    ? migration.down()
                    : Optional.of(migration.up()));
    if (script.isEmpty() && halfWay.next() > 1) {
      problems.add(fileIsGone(database, stopped));
      return Optional.empty();
    }
    Iterator<Statement> statements =
        script.map(Script::iterator).orElseGet(Collections::emptyIterator);
    return follow(database, halfWay, statements, problems).map(next -> halfWay.at(database, next));
  }

  private static Problem fileIsGone(Database database, HistoryEntry stopped) {
    return Problem.error(
            ErrorCode.MIGRATION_STOPPED,
            "migration "
                + stopped.version()
                + " stopped half-way on database "
                + database.name()
                + ", and its file is gone")
        .action("restore the file, then run again");
  }

  private Optional<Integer> follow(
      Database database, HalfWay halfWay, Iterator<Statement> statements, Problems problems) {
    HistoryEntry stopped = halfWay.entry();
    int ordinal = 0;
    for (StatementRecord record : halfWay.statements()) {
      Statement now = null;
      for (; ordinal < record.ordinal(); ordinal++) {
        now = statements.hasNext() ? statements.next() : null;
      }
      boolean same = now != null && now.hash().equals(record.hash());
      if (record.state() == EntryState.DONE) {
        if (!same) {
          problems.add(editedWhatIsDone(stopped, ordinal, now));
          return Optional.empty();
        }
        continue;
      }
      return decide(database, stopped, record, now, same, problems);
    }
    return Optional.of(ordinal + 1);
  }

  private Optional<Integer> decide(
      Database database,
      HistoryEntry stopped,
      StatementRecord record,
      @Nullable Statement now,
      boolean same,
      Problems problems) {
    Optional<Statement> inFlight =
        same
            ? Optional.ofNullable(now)
            : Optional.ofNullable(record.text())
                .map(text -> AdHocStatement.of("what ran", database.dialect(), text));
    Evidence evidence =
        inFlight
            .map(database.probe()::probe)
            .orElse(Evidence.cannotTell("the statement's text was not stored"));
    if (evidence.verdict() == Evidence.Verdict.CANNOT_TELL && record.state() == EntryState.FAILED) {
      evidence = Evidence.notDone("the server reported that it failed");
    }
    listener.on(
        new Event.StatementReconciled(
            database.name(),
            stopped.version(),
            record.ordinal(),
            evidence.verdict().name(),
            evidence.because()));
    return switch (evidence.verdict()) {
      case NOT_DONE -> Optional.of(record.ordinal());
      case DONE -> settle(database, record, same, stopped, problems);
      case HALF_DONE -> {
        if (!cleanUp(database, record, evidence, problems)) {
          yield Optional.empty();
        }
        // What cleans up may be what completes it: a detached partition is finalized, not detached
        // again.
        boolean completed =
            inFlight
                .map(statement -> database.probe().probe(statement).verdict())
                .filter(verdict -> verdict == Evidence.Verdict.DONE)
                .isPresent();
        yield completed
            ? settle(database, record, same, stopped, problems)
            : Optional.of(record.ordinal());
      }
      case CANNOT_TELL -> {
        problems.add(cannotTell(database, stopped, record, now, evidence));
        yield Optional.empty();
      }
    };
  }

  /** It took effect just before the run died: that is written down now. */
  private static Optional<Integer> settle(
      Database database,
      StatementRecord record,
      boolean same,
      HistoryEntry stopped,
      Problems problems) {
    if (!same) {
      problems.add(editedWhatIsDone(stopped, record.ordinal(), null));
      return Optional.empty();
    }
    try {
      database.session().atomically(List.of(new Work.Remember(record.in(EntryState.DONE, null))));
      return Optional.of(record.ordinal() + 1);
    } catch (StatementFailure failure) {
      problems.add(failure.problem());
      return Optional.empty();
    }
  }

  private boolean cleanUp(
      Database database, StatementRecord record, Evidence evidence, Problems problems) {
    try {
      database.session().configure(timeouts.withoutStatementLimit(), Map.of());
      for (String sql : evidence.cleanUp()) {
        Statement statement = AdHocStatement.of("clean-up", database.dialect(), sql);
        database
            .session()
            .run(
                new Step(
                    record.ordinal(),
                    statement,
                    Placement.OUTSIDE,
                    timeouts.withoutStatementLimit()));
      }
      return true;
    } catch (StatementFailure failure) {
      problems.add(failure.problem());
      return false;
    }
  }

  private static Problem cannotTell(
      Database database,
      HistoryEntry stopped,
      StatementRecord record,
      @Nullable Statement now,
      Evidence evidence) {
    String repair =
        "liftlock repair "
            + stopped.version()
            + " --database "
            + database.name()
            + " --statement "
            + record.ordinal();
    return Problem.error(
            ErrorCode.MIGRATION_STOPPED,
            "statement "
                + record.ordinal()
                + " of migration "
                + stopped.version()
                + " was in flight when an earlier run ended on database "
                + database.name()
                + ", and the catalog cannot tell whether it took effect ("
                + evidence.because()
                + ")")
        .at(now == null ? null : now.span().place())
        .action(
            "look whether it did, then say so: "
                + repair
                + " --done, or "
                + repair
                + " --not-done; then run again");
  }

  private static Problem editedWhatIsDone(
      HistoryEntry stopped, int ordinal, @Nullable Statement now) {
    return Problem.error(
            ErrorCode.HISTORY_CHANGED,
            "migration "
                + stopped.version()
                + " stopped half-way, and statement "
                + ordinal
                + ", which had taken effect, was edited since")
        .at(now == null ? null : now.span().place())
        .action("restore that statement; what comes behind it may be changed");
  }
}
