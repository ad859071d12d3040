package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.runtime.Overrides;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person decides for one run against the policy; what needs a reason takes it. */
final class OverrideOptions {

  @Option(
      names = "--no-lint",
      description = "Do not lint what is about to run, where the policy only warns.")
  boolean noLint;

  @Option(
      names = "--lint-override",
      paramLabel = "WHY",
      description = "Run in spite of findings; the reason goes into the history.")
  @Nullable String lintOverride;

  @Option(
      names = "--outside-window",
      paramLabel = "WHY",
      description = "Run outside of the maintenance window; the reason goes into the history.")
  @Nullable String outsideWindow;

  /** What they say. */
  Overrides overrides() {
    return new Overrides(
        noLint ? Overrides.Lint.SKIPPED : Overrides.Lint.AS_CONFIGURED,
        reason("--lint-override", lintOverride),
        reason("--outside-window", outsideWindow));
  }

  private static Optional<String> reason(String option, @Nullable String text) {
    if (text != null && text.isBlank()) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, option + " takes a reason: those who read the log ask"));
    }
    return Optional.ofNullable(text).map(String::strip);
  }
}
