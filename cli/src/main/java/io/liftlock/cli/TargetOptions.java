package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Target;
import io.liftlock.runtime.Liftlock;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a run is to lead, in any of the ways it can be said. */
final class TargetOptions {

  @Option(names = "--to", paramLabel = "ID", description = "The migration to go to.")
  @Nullable String to;

  @Option(names = "--steps", paramLabel = "N", description = "That many migrations.")
  @Nullable String steps;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TARGET",
      description = "The same as --to: an id or its beginning, head, base, +1, -2, branch@head.")
  @Nullable String positional;

  /** The target that was named, or the usual one. */
  Target target(Liftlock liftlock, Target usual) {
    if (Stream.of(to, steps, positional).filter(Objects::nonNull).count() > 1) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "the target is named twice")
              .action("use one of --to ID, --steps N, or the target alone"));
    }
    if (steps != null) {
      return new Target.Steps(count(steps));
    }
    String text = to == null ? positional : to;
    return text == null ? usual : liftlock.target(text);
  }

  private static int count(String text) {
    if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) > 0) {
      return Integer.parseInt(text);
    }
    throw new UserError(
        Problem.error(ErrorCode.USAGE, "--steps takes a number of at least 1, not " + text));
  }
}
