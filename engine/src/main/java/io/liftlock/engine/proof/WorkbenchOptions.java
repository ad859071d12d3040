package io.liftlock.engine.proof;

import io.liftlock.core.migration.Callback;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Timing;
import java.util.List;
import java.util.Map;

/**
 * What migrations get to know when they run on a workbench.
 *
 * @param settings the environment's parameters
 * @param callbacks scripts that run at certain moments
 * @param run who runs
 * @param timing time and chance
 */
public record WorkbenchOptions(
    Map<String, String> settings, List<Callback> callbacks, RunOptions run, Timing timing) {

  /** Copies the lists. */
  public WorkbenchOptions {
    settings = Map.copyOf(settings);
    callbacks = List.copyOf(callbacks);
  }

  /** The same with other callbacks. */
  public WorkbenchOptions with(List<Callback> others) {
    return new WorkbenchOptions(settings, others, run, timing);
  }
}
