package io.liftlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.policy.LintPolicy.Action;
import io.liftlock.engine.safety.policy.LintSettings;
import io.liftlock.engine.safety.rules.AllRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintConfigTest {

  @TempDir Path folder;

  private Project read(String environment, String yaml) throws IOException {
    Files.writeString(folder.resolve("liftlock.yaml"), yaml);
    return ProjectReader.read(
        new ProjectOptions(folder, null, environment, null, null, null), Map.of());
  }

  private List<String> faults(String yaml) throws IOException {
    Files.writeString(folder.resolve("liftlock.yaml"), yaml);
    LiftlockException thrown =
        catchThrowableOfType(
            LiftlockException.class, () -> ProjectReader.read(ProjectOptions.in(folder), Map.of()));
    return thrown.problems().stream()
        .map(problem -> problem.code() + " " + problem.place() + " " + problem.action())
        .toList();
  }

  @Test
  void productionRefusesErrorsAndOthersOnlyTell() throws IOException {
    String yaml = "environments: {development: {}, production: {}, prod: {}, staging: {}}\n";
    assertThat(read("production", yaml).policy().lint().of(Severity.ERROR))
        .isEqualTo(Action.REFUSE);
    assertThat(read("prod", yaml).policy().lint().of(Severity.WARNING)).isEqualTo(Action.WARN);
    assertThat(read("staging", yaml).policy().lint().refuses()).isFalse();
    assertThat(read("development", yaml).policy().lint().isOff()).isFalse();
  }

  @Test
  void anEnvironmentSaysWhatStops() throws IOException {
    String yaml =
        """
        environments:
          production:
            policy: {lint: off, longest-block: 500ms, window: "Sat 02:00-05:00; Sun 02:00-05:00"}
          staging:
            policy:
              lint: {warning: refuse, advice: off}
        """;
    Policy production = read("production", yaml).policy();
    assertThat(production.lint().isOff()).isTrue();
    assertThat(production.longestBlock()).isEqualTo(Duration.ofMillis(500));
    assertThat(production.windows()).hasSize(2);
    Policy staging = read("staging", yaml).policy();
    assertThat(staging.lint().of(Severity.ERROR)).isEqualTo(Action.WARN);
    assertThat(staging.lint().of(Severity.WARNING)).isEqualTo(Action.REFUSE);
    assertThat(staging.lint().of(Severity.ADVICE)).isEqualTo(Action.OFF);
  }

  @Test
  void rulesAreSwitchedAndWeighed() throws IOException {
    String first = AllRules.all().get(0).id();
    String second = AllRules.all().get(1).id();
    LintSettings lint =
        read(
                null,
                """
                lint:
                  server-version: 16
                  rules: {%s: off, %s: advice}
                  ignore:
                    - {rule: %s, table: audit.*, because: nobody reads it}
                """
                    .formatted(first, second, second))
            .lint();
    assertThat(lint.severity(AllRules.all().get(0))).isEmpty();
    assertThat(lint.severity(AllRules.all().get(1))).contains(Severity.ADVICE);
    assertThat(lint.serverVersion()).contains(16);
    assertThat(lint.ignores())
        .singleElement()
        .satisfies(i -> assertThat(i.because()).isEqualTo("nobody reads it"));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() throws IOException {
    assertThat(
            faults(
                """
                lint:
                  rule: {}
                  advice: maybe
                  server-version: newest
                  rules:
                    a-rule: errror
                  ignore:
                    - rule: a-rule
                    - {because: x, fiel: y}
                environments:
                  development:
                    policy: {lint: {erorr: refuse}}
                """))
        .containsExactlyInAnyOrder(
            "CONFIG_KEY_UNKNOWN liftlock.yaml:2:3 did you mean rules?",
            "CONFIG_INVALID liftlock.yaml:3:3 null",
            "CONFIG_INVALID liftlock.yaml:4:3 write a number such as 16",
            "CONFIG_INVALID liftlock.yaml:6:5 did you mean error?",
            "CONFIG_INVALID liftlock.yaml:8:7 write  - rule: RULE  and below it  because: TEXT",
            "CONFIG_KEY_UNKNOWN liftlock.yaml:9:20 did you mean file?",
            "CONFIG_INVALID liftlock.yaml:9:7 write  - rule: RULE  and below it  because: TEXT",
            "CONFIG_KEY_UNKNOWN liftlock.yaml:12:21 did you mean error?");
  }
}
