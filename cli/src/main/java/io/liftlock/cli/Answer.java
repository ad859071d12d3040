package io.liftlock.cli;

import io.liftlock.core.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command has to say.
 *
 * @param exit the exit code
 * @param text says it to people
 * @param data gives it as maps, lists and plain values, or null; asked only where JSON is wanted
 * @param problems errors and warnings, which both forms show
 */
record Answer(
    int exit, Consumer<Terminal> text, Supplier<@Nullable Object> data, List<Problem> problems) {

  /** Success. */
  static Answer of(Consumer<Terminal> text, Supplier<@Nullable Object> data) {
    return new Answer(0, text, data, List.of());
  }

  /** The same with another exit code. */
  Answer exit(int code) {
    return new Answer(code, text, data, problems);
  }

  /** The same with warnings in front of its problems. */
  Answer warned(List<Problem> warnings) {
    List<Problem> all = new ArrayList<>(warnings);
    all.addAll(problems);
    return problems(all);
  }

  /** The same with problems. */
  Answer problems(List<Problem> more) {
    return new Answer(exit, text, data, List.copyOf(more));
  }
}
