package io.liftlock.runtime.render;

import io.liftlock.core.error.Problem;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.report.TableComparison;
import java.util.Map;

/** What comparing rows gave, as a part of a page; keys and values never stand in it. */
final class RowsPage {

  private RowsPage() {}

  /** A line for each table. */
  static void tables(Html page, RowComparison rows) {
    page.element("h2", "Comparison").open("table").line();
    page.headings("table", ">rows A", ">rows B", "", "sums of hashes");
    for (TableComparison table : rows.tables()) {
      Problem problem = table.problem();
      page.open("tr")
          .cell(table.tableA().qualified())
          .number(count(table.rowsA()))
          .number(count(table.rowsB()))
          .open("td", table.state() == TableComparison.State.EQUAL ? "good" : "bad")
          .text(table.state().word())
          .close("td")
          .cell(problem == null ? Certificate.sums(table) : problem.message())
          .close("tr")
          .line();
    }
    rows.notCompared().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                page.open("tr")
                    .cell(entry.getKey().qualified())
                    .number("")
                    .number("")
                    .open("td", "bad")
                    .text("not compared")
                    .close("td")
                    .cell(entry.getValue().message())
                    .close("tr")
                    .line());
    page.close("table").line();
  }

  private static String count(long rows) {
    return rows < 0 ? "?" : "%,d".formatted(rows);
  }
}
