package io.liftlock.engine.transfer;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a person should know, each once. Safe for use by several threads. */
final class Notices {

  private final Set<Problem> all = new LinkedHashSet<>();

  synchronized void add(Problem problem) {
    all.add(problem);
  }

  void add(ErrorCode code, String message, @Nullable String action) {
    add(Problem.warning(code, message).action(action));
  }

  synchronized List<Problem> all() {
    return List.copyOf(all);
  }
}
