package io.liftlock.cli;

import io.liftlock.core.error.Place;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.Impact;
import io.liftlock.core.report.NotAnalysed;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.transfer.ByteSize;
import io.liftlock.runtime.lint.LintResult;
import io.liftlock.runtime.lint.LintedDatabase;
import io.liftlock.runtime.lint.RuleInfo;
import io.liftlock.runtime.lint.SourceLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shows findings to people: the line, what is wrong with it, who notices, and the safe way. */
final class LintText {

  private static final int WIDEST = 160;

  private final Terminal terminal;
  private final SourceLines sources;
  private final boolean suppressed;

  /**
   * @param base what paths of files are relative to
   * @param suppressed whether findings that somebody lives with are shown, too
   */
  LintText(Terminal terminal, Path base, boolean suppressed) {
    this.terminal = terminal;
    this.sources = new SourceLines(base);
    this.suppressed = suppressed;
  }

  void print(LintResult result) {
    for (Finding finding : result.findings()) {
      if (finding.suppressed().isEmpty()) {
        print(finding);
      } else if (suppressed) {
        terminal.say(
            terminal.paint(Style.DIM, "ignored: ")
                + finding.message()
                + "  "
                + terminal.paint(Style.DIM, "[" + finding.rule() + "]"));
        label("at", finding.place().toString());
        label("because", finding.suppressed().get());
        terminal.say("");
      }
    }
    for (NotAnalysed each : result.notAnalysed()) {
      terminal.say(terminal.paint(Style.YELLOW, "not analysed: ") + each.why());
      label("at", each.place().toString());
      source(each.place());
      terminal.say("");
    }
    summary(result);
  }

  private void print(Finding finding) {
    Style style =
        switch (finding.severity()) {
          case ERROR -> Style.RED;
          case WARNING -> Style.YELLOW;
          case ADVICE -> Style.CYAN;
        };
    terminal.say(
        terminal.paint(style, finding.severity().word() + ": ")
            + terminal.paint(Style.BOLD, finding.message())
            + "  "
            + terminal.paint(Style.DIM, "[" + finding.rule() + "]"));
    label("at", finding.place().toString());
    source(finding.place());
    label("breaks", finding.breaks());
    forecast(finding.forecast());
    finding.impact().ifPresent(impact -> label("for", impact(impact)));
    finding.fix().ifPresent(this::fix);
    label("more", "liftlock lint --explain " + finding.rule());
    terminal.say("");
  }

  /** The line with its guilty place marked, as far as a terminal is wide. */
  private void source(Place place) {
    if (place.line() == 0) {
      return;
    }
    sources
        .line(place)
        .ifPresent(
            line -> {
              String number = Integer.toString(place.line());
              String shown = line.length() > WIDEST ? line.substring(0, WIDEST) + "…" : line;
              terminal.say("  " + terminal.paint(Style.DIM, number + " | ") + shown);
              int column = Math.min(Math.max(place.column(), 1), shown.length() + 1);
              // Tabs stay tabs, so that the mark stands below what is meant.
              String before =
                  shown
                      .codePoints()
                      .limit(column - 1L)
                      .mapToObj(c -> c == '\t' ? "\t" : " ")
                      .collect(Collectors.joining());
              terminal.say(
                  "  "
                      + terminal.paint(Style.DIM, " ".repeat(number.length()) + " | ")
                      + before
                      + terminal.paint(Style.RED, "^"));
            });
  }

  private void forecast(Forecast forecast) {
    for (ExpectedLock lock : forecast.locks()) {
      if (lock.mode().blocksWrites()) {
        label("locks", lock(lock));
      }
    }
    if (!forecast.scanned().isEmpty()) {
      label("reads", "all of " + names(forecast.scanned()));
    }
    if (!forecast.rewritten().isEmpty()) {
      label("writes", names(forecast.rewritten()) + " anew");
    }
    forecast
        .failure()
        .ifPresent(failure -> label("fails", failure.why() + " (" + failure.sqlState() + ")"));
  }

  /** {@code ACCESS EXCLUSIVE on users: reads and writes wait}. */
  static String lock(ExpectedLock lock) {
    String wait =
        lock.mode().blocksReads()
            ? ": reads and writes wait"
            : lock.mode().blocksWrites() ? ": writes wait" : "";
    return lock.mode().sql() + " on " + lock.relation() + wait;
  }

  static String impact(Impact impact) {
    return "about %s, with %s and %s"
        .formatted(
            Clocks.seconds(impact.blocked().toMillis()),
            Amounts.rows(impact.rows()),
            ByteSize.text(impact.bytes()));
  }

  private static String names(Iterable<RelationName> relations) {
    List<String> names = new ArrayList<>();
    relations.forEach(name -> names.add(name.toString()));
    return String.join(", ", names);
  }

  private void fix(Fix fix) {
    String title = fix.kind() == Fix.Kind.PLAN ? "plan" : "do";
    boolean first = true;
    for (String line : fix.sql().split("\n")) {
      terminal.say(
          "  "
              + terminal.paint(Style.DIM, first ? "%-8s".formatted(title) : " ".repeat(8))
              + terminal.paint(line.startsWith("--") ? Style.DIM : Style.GREEN, line));
      first = false;
    }
  }

  private void label(String label, String text) {
    terminal.say("  " + terminal.paint(Style.DIM, "%-8s".formatted(label)) + text);
  }

  private void summary(LintResult result) {
    if (result.files() == 0) {
      terminal.say("nothing to lint");
      return;
    }
    List<String> counts = new ArrayList<>();
    count(counts, result.count(Severity.ERROR), "error");
    count(counts, result.count(Severity.WARNING), "warning");
    long advice = result.count(Severity.ADVICE);
    if (advice > 0) {
      counts.add(advice + " of advice");
    }
    if (!result.notAnalysed().isEmpty()) {
      counts.add(result.notAnalysed().size() + " not analysed");
    }
    int ignored = result.findings().size() - result.open().size();
    if (ignored > 0) {
      counts.add(ignored + " ignored");
    }
    terminal.say(
        (counts.isEmpty() ? "nothing found" : String.join(", ", counts))
            + " in "
            + plural(result.files(), "file")
            + " of "
            + plural(result.statements(), "statement")
            + result.databases().stream()
                .filter(database -> database.dialect() == Dialect.POSTGRES)
                .findFirst()
                .map(LintText::version)
                .orElse(""));
  }

  private static String version(LintedDatabase database) {
    String version = ", as for PostgreSQL " + database.serverVersion();
    return switch (database.source()) {
      case SAID, DATABASE -> version;
      case OLDEST -> version + " (the oldest; name yours with --server-version)";
    };
  }

  private static void count(List<String> counts, long count, String word) {
    if (count > 0) {
      counts.add(plural(count, word));
    }
  }

  private static String plural(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  /** Every rule with how bad its findings are. */
  static void rules(Terminal terminal, List<RuleInfo> rules) {
    Table table = new Table("rule", "severity", "");
    for (RuleInfo rule : rules) {
      table.row(
          new Table.Cell(rule.id(), Style.BOLD),
          new Table.Cell(rule.word(), rule.isOn() ? Style.PLAIN : Style.DIM),
          new Table.Cell(rule.title(), Style.DIM));
    }
    table.print(terminal);
  }
}
