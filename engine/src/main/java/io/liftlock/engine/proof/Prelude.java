package io.liftlock.engine.proof;

import io.liftlock.core.sql.Script;
import java.util.List;
import java.util.Map;

/**
 * What has to be there before anything is built in a scratch database, and belongs to no schema of
 * ours: what a hosting platform brings along.
 *
 * @param name what people call it: {@code supabase}, or its file
 * @param scripts what is run, in order; empty where there is none
 * @param settings parameters of everything that is built behind it, such as a search path
 */
public record Prelude(String name, List<Script> scripts, Map<String, String> settings) {

  /** None. */
  public static final Prelude NONE = new Prelude("", List.of(), Map.of());

  /** Copies the collections. */
  public Prelude {
    scripts = List.copyOf(scripts);
    settings = Map.copyOf(settings);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return scripts.isEmpty();
  }
}
