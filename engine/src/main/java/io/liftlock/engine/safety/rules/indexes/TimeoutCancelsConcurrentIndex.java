package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Patience;
import io.liftlock.engine.safety.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A timeout ends a concurrent build and leaves an invalid index. Hazards I6, I8. */
public final class TimeoutCancelsConcurrentIndex implements Rule {

  private static final Duration PATIENT = Duration.ofMinutes(10);

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    Optional<String> what =
        Concurrent.what(moment.command()).filter(name -> !name.startsWith("DROP"));
    if (what.isEmpty()) {
      return;
    }
    Map<String, String> limits = new LinkedHashMap<>();
    for (String parameter : List.of("lock_timeout", "statement_timeout")) {
      moment
          .transaction()
          .parameter(parameter)
          .filter(value -> isShort(value))
          .ifPresent(value -> limits.put(parameter, value));
    }
    limits.forEach(
        (parameter, value) ->
            findings.add(
                0,
                parameter + " is " + value + " while " + what.get() + " runs",
                "It also ends the wait for old transactions on any table: the build is"
                    + " cancelled, and an invalid index stays",
                way(moment, limits)));
  }

  /** Lifts every limit at once: with one of them left nothing is won. */
  private static Optional<Fix> way(Moment moment, Map<String, String> limits) {
    if (moment.inBody()) {
      return Optional.empty();
    }
    List<SafeStep> steps = new ArrayList<>();
    limits.forEach(
        (parameter, value) ->
            steps.add(step("SET " + parameter + " = 0", "It may wait as long as it must")));
    steps.add(
        step(moment.statement().text().strip().replaceFirst(";$", ""), "Nobody else waits for it"));
    limits.forEach(
        (parameter, value) ->
            steps.add(
                step(
                    "SET " + parameter + " = '" + value.replace("'", "''") + "'",
                    "As before for what follows")));
    return Optional.of(Fix.rewrite(steps.toArray(SafeStep[]::new)));
  }

  private static SafeStep step(String sql, String why) {
    return new SafeStep(sql + ";", SafeStep.Where.NO_TRANSACTION, why);
  }

  private static boolean isShort(String value) {
    return Patience.of(value)
        .filter(time -> !time.isZero() && time.compareTo(PATIENT) < 0)
        .isPresent();
  }
}
