package io.liftlock.engine.proof;

import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.database.Database;
import io.liftlock.core.error.Bug;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.report.Leg;
import io.liftlock.core.report.RowChange;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes migrations up, down and up again on a scratch database that may hold rows, and compares
 * what it looks like and what it holds on each stop.
 */
public final class RoundTrip {

  private final Database scratch;
  private final ScriptRun scripts;

  /**
   * @param scratch a database that nobody needs, in the state to begin with
   * @param conditions how scripts run there
   */
  public RoundTrip(Database scratch, Conditions conditions) {
    this(scratch, new ScriptRun(scratch, conditions));
  }

  RoundTrip(Database scratch, ScriptRun scripts) {
    this.scratch = scratch;
    this.scripts = scripts;
  }

  /**
   * Goes there, back, and there again. Where it stops, the database is left as it is then.
   *
   * @param way the migrations, in order; each with a rollback
   * @param before what the scratch database looks like now
   * @param expected what it should look like after the way up, where that is known
   * @throws io.liftlock.core.error.DatabaseError where the database cannot be read
   */
  public Proof prove(List<Migration> way, Schema before, Optional<Schema> expected) {
    return new Trip(way, before, expected).go();
  }

  /** One trip on its way. */
  private final class Trip {

    private final List<Migration> way;
    private final Schema before;
    private final Optional<Schema> expected;
    private final Predicate<ObjectId> scope;
    private @Nullable Schema reached;
    private Optional<SchemaDiff> left = Optional.empty();
    private Optional<SchemaDiff> repeated = Optional.empty();
    private List<RowChange> notBroughtBack = List.of();
    private List<RowChange> movedByUp = List.of();

    Trip(List<Migration> way, Schema before, Optional<Schema> expected) {
      this.way = way;
      this.before = before;
      this.expected = expected;
      // Callbacks may do anything.
      this.scope = scripts.hasCallbacks() ? table -> true : RowScope.of(before, way);
    }

    Proof go() {
      RowFingerprints rows = RowFingerprints.of(scratch, before, before, scope);
      Optional<Problem> problem = up();
      if (problem.isPresent()) {
        return proof(Leg.UP, problem);
      }
      Schema up = scratch.inspector().inspect();
      reached = up;
      problem = down();
      if (problem.isPresent()) {
        return proof(Leg.DOWN, problem);
      }
      Schema back = scratch.inspector().inspect();
      left = difference(before, back);
      notBroughtBack = told(rows.changes(scratch, back, true), up);
      RowFingerprints common = RowFingerprints.of(scratch, back, up, scope);
      problem = up();
      if (problem.isPresent()) {
        return proof(Leg.UP_AGAIN, problem);
      }
      Schema again = scratch.inspector().inspect();
      repeated = difference(up, again);
      movedByUp = common.changes(scratch, again, true);
      return proof(Leg.UP_AGAIN, Optional.empty());
    }

    /** Names the columns that the way up drops or changes, where values did not come back. */
    private List<RowChange> told(List<RowChange> changes, Schema up) {
      List<RowChange> told = new ArrayList<>();
      for (RowChange change : changes) {
        List<String> columns =
            before.find(change.table()).stream()
                .flatMap(table -> before.parts(table.id()).stream())
                .filter(part -> part.kind() == ObjectKind.COLUMN)
                .filter(
                    column ->
                        up.find(column.id())
                            .map(now -> now.differences(column).contains(Property.TYPE))
                            .orElse(true))
                .map(column -> column.id().name())
                .toList();
        told.add(new RowChange(change.table(), change.before(), change.after(), columns));
      }
      return told;
    }

    private Optional<Problem> up() {
      for (Migration migration : way) {
        Optional<Problem> problem = scripts.run(migration, Direction.UP, migration.up());
        if (problem.isPresent()) {
          return problem;
        }
      }
      return Optional.empty();
    }

    private Optional<Problem> down() {
      List<Migration> back = new ArrayList<>(way);
      Collections.reverse(back);
      for (Migration migration : back) {
        Optional<Problem> problem =
            scripts.run(
                migration,
                Direction.DOWN,
                migration
                    .down()
                    .orElseThrow(() -> new Bug(migration.title() + " has no rollback to prove")));
        if (problem.isPresent()) {
          return problem;
        }
      }
      return Optional.empty();
    }

    private Proof proof(Leg leg, Optional<Problem> problem) {
      Schema up = reached;
      return new Proof(
          problem.map(why -> new Proof.Stop(leg, why)),
          up == null ? Optional.empty() : expected.flatMap(wanted -> difference(wanted, up)),
          left,
          repeated,
          notBroughtBack,
          movedByUp,
          before,
          up == null ? before : up);
    }
  }

  /** What differs, if anything; that columns stand in another order counts here. */
  private static Optional<SchemaDiff> difference(Schema wanted, Schema found) {
    SchemaDiff diff = SchemaDiff.between(wanted, found);
    return diff.isEmpty() && diff.reordered().isEmpty() ? Optional.empty() : Optional.of(diff);
  }
}
