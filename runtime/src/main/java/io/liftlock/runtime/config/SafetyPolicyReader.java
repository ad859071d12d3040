package io.liftlock.runtime.config;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.plan.MaintenanceWindow;
import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.policy.LintPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code policy.lint} and {@code policy.window} of an environment. */
final class SafetyPolicyReader {

  private static final List<String> WORDS = List.of("off", "warn", "refuse");

  private final YamlSection policy;
  private final String environment;
  private final Problems problems;

  SafetyPolicyReader(YamlSection policy, String environment, Problems problems) {
    this.policy = policy;
    this.environment = environment;
    this.problems = problems;
  }

  /** One word for all, or one for each severity. Production refuses errors unless it says so. */
  LintPolicy lint() {
    boolean production =
        environment.equalsIgnoreCase("production") || environment.equalsIgnoreCase("prod");
    LintPolicy usual = production ? LintPolicy.REFUSE : LintPolicy.WARN;
    if (!policy.isSection("lint")) {
      return policy
          .text("lint")
          .flatMap(word -> action(word, policy.placeOf("lint")))
          .map(
              action ->
                  switch (action) {
                    case OFF -> LintPolicy.OFF;
                    case WARN -> LintPolicy.WARN;
                    case REFUSE -> LintPolicy.REFUSE;
                  })
          .orElse(usual);
    }
    YamlSection section = policy.section("lint");
    section.allow(Arrays.stream(Severity.values()).map(Severity::word).toList());
    LintPolicy lint = usual;
    for (Severity severity : Severity.values()) {
      Optional<LintPolicy.Action> action =
          section
              .text(severity.word())
              .flatMap(word -> action(word, section.placeOf(severity.word())));
      if (action.isPresent()) {
        lint = lint.with(severity, action.get());
      }
    }
    return lint;
  }

  private Optional<LintPolicy.Action> action(String word, Place place) {
    if (WORDS.contains(word)) {
      return Optional.of(LintPolicy.Action.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    problems.add(
        Problem.error(ErrorCode.CONFIG_INVALID, "lint is off, warn or refuse, not " + word)
            .at(place)
            .action(
                Suggestion.closest(word, WORDS)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("refuse stops errors; or give each of error, warning, advice a word")));
    return Optional.empty();
  }

  List<MaintenanceWindow> windows() {
    Optional<String> text = policy.text("window");
    Optional<List<MaintenanceWindow>> windows = text.flatMap(MaintenanceWindow::parse);
    if (text.isPresent() && windows.isEmpty()) {
      problems.add(
          Problem.error(
                  ErrorCode.CONFIG_INVALID, "the maintenance window cannot be read: " + text.get())
              .at(policy.placeOf("window"))
              .action("write days, times and a zone: Sat 02:00-05:00 UTC; several with ; between"));
    }
    return windows.orElse(List.of());
  }
}
