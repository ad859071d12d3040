package io.liftlock.engine.proof;

import io.liftlock.core.sql.Script;
import java.util.List;

/**
 * What has to be there before anything is built in a scratch database, and belongs to no schema of
 * ours: what a hosting platform brings along.
 *
 * @param name what people call it: {@code supabase}, or its file
 * @param scripts what is run, in order; empty where there is none
 */
public record Prelude(String name, List<Script> scripts) {

  /** None. */
  public static final Prelude NONE = new Prelude("", List.of());

  /** Copies the list. */
  public Prelude {
    scripts = List.copyOf(scripts);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return scripts.isEmpty();
  }
}
