package io.liftlock.engine.proof;

import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.Callback;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Under what conditions migrations run on a scratch database: those of a real run, but for budgets,
 * since nobody else is there to wait for.
 *
 * @param run who runs
 * @param timing time and chance
 * @param settings the environment's parameters, set for every migration
 * @param callbacks scripts that run at certain moments of every run
 * @param listener is told what happens
 */
public record Conditions(
    RunOptions run,
    Timing timing,
    Map<String, String> settings,
    List<Callback> callbacks,
    Listener listener) {

  /** A script that never ends must not keep a proof from ending. */
  static final Timeouts BUDGET =
      new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ZERO);

  /** Copies the collections. */
  public Conditions {
    settings = Map.copyOf(settings);
    callbacks = List.copyOf(callbacks);
  }
}
