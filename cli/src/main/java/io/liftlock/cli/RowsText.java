package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.report.RowDifference;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.report.TableComparison.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What comparing rows gave, for people. */
final class RowsText {

  /** More names than these make an error long and no clearer. */
  private static final int MOST_NAMES = 5;

  private RowsText() {}

  /**
   * What stands against saying that both are equal; empty where nothing does.
   *
   * @param a what the first is called
   * @param b what the second is called
   */
  static List<Problem> problems(RowComparison rows, String a, String b) {
    List<Problem> problems = new ArrayList<>();
    List<String> different = names(rows, State.DIFFERENT);
    if (!different.isEmpty()) {
      problems.add(
          Problem.error(
                  ErrorCode.ROWS_DIFFER,
                  "%s and %s differ in %d of %d table%s: %s"
                      .formatted(
                          a,
                          b,
                          different.size(),
                          rows.tables().size(),
                          rows.tables().size() == 1 ? "" : "s",
                          some(different)))
              .action(
                  "look at the rows that are listed; liftlock compare --repair-sql FILE writes the"
                      + " statements that would make the second equal the first"));
    }
    for (TableComparison table : rows.tables()) {
      Problem problem = table.problem();
      if (table.state() == State.UNKNOWN && problem != null) {
        problems.add(asError(problem));
      }
    }
    rows.notCompared().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> problems.add(asError(entry.getValue())));
    List<String> sampled = names(rows, State.SAMPLED);
    if (!sampled.isEmpty()) {
      problems.add(
          Problem.error(
                  ErrorCode.TABLE_NOT_COMPARED,
                  "only a sample of %d table%s was looked at, in which nothing differs: %s"
                      .formatted(sampled.size(), sampled.size() == 1 ? "" : "s", some(sampled)))
              .action("leave --sample out to know that they are equal"));
    }
    return problems;
  }

  private static Problem asError(Problem problem) {
    return new Problem(
        problem.code(),
        Problem.Severity.ERROR,
        problem.message(),
        problem.place(),
        problem.action());
  }

  private static List<String> names(RowComparison rows, State state) {
    return rows.tables().stream()
        .filter(table -> table.state() == state)
        .map(table -> table.tableA().qualified())
        .toList();
  }

  private static String some(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES))
            + " and "
            + (names.size() - MOST_NAMES)
            + " more";
  }

  /** A line for each table. */
  static void tables(Terminal terminal, RowComparison rows) {
    Table table =
        new Table("table", "rows A", "rows B", "time", "").numbers("rows A", "rows B", "time");
    for (TableComparison compared : rows.tables()) {
      table.row(
          plain(name(compared)),
          plain(Amounts.count(compared.rowsA())),
          plain(Amounts.count(compared.rowsB())),
          plain(Clocks.seconds(compared.durationMs())),
          new Table.Cell(compared.state().word(), style(compared.state())));
    }
    rows.notCompared().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                table.row(
                    plain(entry.getKey().qualified()),
                    plain(""),
                    plain(""),
                    plain(""),
                    new Table.Cell("not compared", Style.RED)));
    if (!table.isEmpty()) {
      table.print(terminal);
    }
  }

  private static Table.Cell plain(String text) {
    return new Table.Cell(text, Style.PLAIN);
  }

  private static String name(TableComparison table) {
    return PairText.of(table.tableA(), table.tableB());
  }

  private static Style style(State state) {
    return switch (state) {
      case EQUAL -> Style.GREEN;
      case SAMPLED -> Style.YELLOW;
      case DIFFERENT, UNKNOWN -> Style.RED;
    };
  }

  /**
   * The rows that differ, by their keys.
   *
   * @param values whether other values are shown, too
   */
  static void differences(Terminal terminal, RowComparison rows, boolean values) {
    for (TableComparison table : rows.tables()) {
      if (table.differences().isEmpty()) {
        continue;
      }
      terminal.say("");
      terminal.say(terminal.paint(Style.BOLD, name(table)));
      table.differences().forEach(difference -> terminal.say("  " + line(difference, values)));
      if (table.more()) {
        terminal.say("  and more; --limit N lists more of them");
      }
    }
  }

  private static String line(RowDifference difference, boolean values) {
    String key =
        difference.key().values().isEmpty()
            ? "  a row without a key"
            : "  key " + difference.key().values().stream().collect(Collectors.joining(", "));
    String copies = difference.copies() == 1 ? "" : "  %,d times".formatted(difference.copies());
    String column = difference.column() == null ? "" : "  column " + difference.column();
    String shown =
        values && difference.column() != null
            ? "  %s -> %s".formatted(value(difference.valueA()), value(difference.valueB()))
            : "";
    return words(difference.kind()) + key + column + copies + shown;
  }

  private static String value(@Nullable String value) {
    return value == null ? "NULL" : "'" + value + "'";
  }

  private static String words(RowDifference.Kind kind) {
    return switch (kind) {
      case MISSING -> "only in A    ";
      case EXTRA -> "only in B    ";
      case VALUE -> "another value";
    };
  }
}
