package io.liftlock.runtime;

import io.liftlock.core.database.Evidence;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.report.Outcome;
import io.liftlock.engine.migrate.Detector;
import io.liftlock.engine.migrate.Stamper;
import java.util.List;

/** Says what is applied without running anything. */
public final class Stamps {

  private final OpenProject open;

  Stamps(OpenProject open) {
    this.open = open;
  }

  /** What a stamp would record, in order; empty where the databases already say so. */
  public List<PlannedMigration> preview(Target target, String reason) {
    return stamper().preview(target, reason);
  }

  /**
   * Records that exactly the target and what it stands on are applied.
   *
   * @param reason why, kept in the history
   */
  public Outcome stamp(Target target, String reason) {
    return stamper().stamp(target, reason);
  }

  private Stamper stamper() {
    return new Stamper(
        open.databases(),
        open.migrations(),
        open.options(RunRequest.up()),
        open.timing(),
        open.listener());
  }

  /**
   * What the catalog tells of a pending migration.
   *
   * @param migration which
   * @param state whether all of it is there
   * @param statements one piece of evidence for each statement
   */
  public record Detected(Migration migration, State state, List<Evidence> statements) {

    /** How much of a migration is there. */
    public enum State {
      THERE,
      PARTLY,
      ABSENT,
      /** The catalog cannot tell of any of its statements. */
      CANNOT_TELL
    }
  }

  /** Looks at every pending migration, in order; changes nothing. */
  public List<Detected> detect() {
    return new Detector(open.migrations())
        .detect(open.databases()).stream()
            .map(
                found ->
                    new Detected(found.migration(), state(found), List.copyOf(found.statements())))
            .toList();
  }

  private static Detected.State state(Detector.Detection found) {
    if (found.isThere()) {
      return Detected.State.THERE;
    }
    if (found.count(Evidence.Verdict.CANNOT_TELL) == found.statements().size()) {
      return Detected.State.CANNOT_TELL;
    }
    return found.isAbsent() ? Detected.State.ABSENT : Detected.State.PARTLY;
  }
}
