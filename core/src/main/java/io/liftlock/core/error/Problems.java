package io.liftlock.core.error;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects everything that is wrong with an input, so that a person is told all of it at once. Not
 * safe for use by several threads.
 */
public final class Problems {

  private final List<Problem> all = new ArrayList<>();

  /** Adds one problem. */
  public void add(Problem problem) {
    all.add(problem);
  }

  /** Adds several problems. */
  public void addAll(Iterable<Problem> problems) {
    problems.forEach(all::add);
  }

  /** Everything collected so far, in the order it was found. */
  public List<Problem> all() {
    return List.copyOf(all);
  }

  /** The errors alone. */
  public List<Problem> errors() {
    return all.stream().filter(Problem::isError).toList();
  }

  /** The warnings alone. */
  public List<Problem> warnings() {
    return all.stream().filter(problem -> !problem.isError()).toList();
  }

  /** Whether any error was collected. */
  public boolean hasErrors() {
    return all.stream().anyMatch(Problem::isError);
  }

  /**
   * Fails once, with all errors, if there are any.
   *
   * @throws LiftlockException of the kind of the first error's code
   */
  public void throwIfErrors() {
    List<Problem> errors = errors();
    if (!errors.isEmpty()) {
      throw LiftlockException.of(errors, null);
    }
  }
}
