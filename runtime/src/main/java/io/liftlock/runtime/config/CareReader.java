package io.liftlock.runtime.config;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.engine.run.Care;
import io.liftlock.engine.run.Clearance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads of an environment's policy how a run treats those who use the database meanwhile. */
final class CareReader {

  /** A younger transaction ends by itself before anybody has looked into its query. */
  private static final Duration USUAL_AGE = Duration.ofSeconds(30);

  private final YamlSection policy;
  private final Problems problems;

  CareReader(YamlSection policy, Problems problems) {
    this.policy = policy;
    this.problems = problems;
  }

  Care read() {
    List<Clearance> clearances = new ArrayList<>();
    for (YamlSection section : policy.sections("cancel-blockers")) {
      clearance(section).ifPresent(clearances::add);
    }
    return new Care(
        policy.duration("hold-budget").orElse(Care.USUAL.hold()),
        policy.duration("replica-lag"),
        clearances);
  }

  private Optional<Clearance> clearance(YamlSection section) {
    section.allow(List.of("application", "user", "older-than", "terminate"));
    Optional<String> application = section.text("application");
    Optional<String> user = section.text("user");
    if (application.isEmpty() && user.isEmpty()) {
      problems.add(
          Problem.error(
                  ErrorCode.CONFIG_INVALID,
                  "whose statements may be cancelled is not said: application or user")
              .at(section.place())
              .action("name one, for example  application: report-*"));
      return Optional.empty();
    }
    return Optional.of(
        new Clearance(
            application,
            user,
            section.duration("older-than").orElse(USUAL_AGE),
            section.flag("terminate")));
  }
}
