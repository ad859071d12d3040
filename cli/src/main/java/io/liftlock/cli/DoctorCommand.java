package io.liftlock.cli;

import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.report.CheckResult;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.render.Documents;
import io.liftlock.runtime.render.JsonDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Tells what works and what will not. */
@Command(
    name = "doctor",
    header = "Look at files and databases and tell what works and what will not.",
    description = {
      "Connection, version, privileges, pooler, clock, disk, locale. Changes nothing. Exits with 1"
          + " when a check failed or could not be made."
    },
    footer = {"", "Example:", "  liftlock doctor --env production"})
final class DoctorCommand implements Verb {

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    Map<String, List<CheckResult>> results = liftlock.doctor().examine();
    boolean sound =
        results.values().stream()
            .flatMap(List::stream)
            .allMatch(
                result ->
                    result.state() == CheckResult.State.PASSED
                        || result.state() == CheckResult.State.WARNED);
    return Answer.of(terminal -> print(terminal, results), () -> document(results))
        .exit(sound ? 0 : ErrorKind.FOUND.exitCode())
        .problems(liftlock.project().warnings());
  }

  private static void print(Terminal terminal, Map<String, List<CheckResult>> results) {
    results.forEach(
        (subject, checks) -> {
          terminal.say(terminal.paint(Style.BOLD, subject));
          int width = checks.stream().mapToInt(check -> check.name().length()).max().orElse(0);
          String indent = " ".repeat(width + 10);
          for (CheckResult check : checks) {
            terminal.say(
                "  %s  %s  %s"
                    .formatted(
                        terminal.paint(style(check.state()), word(check.state())),
                        check.name() + " ".repeat(width - check.name().length()),
                        check.detail().replace("\n", "\n" + indent)));
            if (check.action() != null && check.state() != CheckResult.State.PASSED) {
              terminal.say(indent + "do  " + check.action());
            }
          }
        });
  }

  private static String word(CheckResult.State state) {
    return switch (state) {
      case PASSED -> "ok  ";
      case WARNED -> "note";
      case FAILED -> "bad ";
      case UNKNOWN -> "?   ";
    };
  }

  private static Style style(CheckResult.State state) {
    return switch (state) {
      case PASSED -> Style.GREEN;
      case WARNED, UNKNOWN -> Style.YELLOW;
      case FAILED -> Style.RED;
    };
  }

  private static Map<String, @Nullable Object> document(Map<String, List<CheckResult>> results) {
    List<Map<String, @Nullable Object>> subjects =
        results.entrySet().stream()
            .map(
                entry -> {
                  Map<String, @Nullable Object> subject = new LinkedHashMap<>();
                  subject.put("name", entry.getKey());
                  subject.put("checks", entry.getValue().stream().map(Documents::check).toList());
                  return subject;
                })
            .toList();
    return JsonDocument.map("subjects", subjects);
  }
}
