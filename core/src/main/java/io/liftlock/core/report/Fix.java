package io.liftlock.core.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The safe way to do what a statement does.
 *
 * @param kind who can take it
 * @param steps what is run instead of the statement, in order
 */
public record Fix(Kind kind, List<SafeStep> steps) {

  /** Who can take it. */
  public enum Kind {
    /** {@code fix} writes it: schema and rows end up the same. */
    REWRITE,
    /** A plan for people: it needs two versions of the application, or a decision. */
    PLAN
  }

  /** Copies the steps. */
  public Fix {
    steps = List.copyOf(steps);
  }

  /** A fix that is written into the migration. */
  public static Fix rewrite(SafeStep... steps) {
    return new Fix(Kind.REWRITE, List.of(steps));
  }

  /** A fix that people carry out. */
  public static Fix plan(SafeStep... steps) {
    return new Fix(Kind.PLAN, List.of(steps));
  }

  /** SQL to paste, each step under a comment that says why. */
  public String sql() {
    return steps.stream()
        .map(step -> "-- " + step.why() + "\n" + step.sql().strip())
        .collect(Collectors.joining("\n"));
  }
}
