package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.report.RowDifference;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.engine.proof.Workbenches;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.pairing.CopyMapping;
import io.liftlock.engine.transfer.pairing.CopyPlanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two real databases that are compared as they are now. */
final class TwoDatabases {

  private TwoDatabases() {}

  static DatabaseUrl sqlite(Path file) {
    return DatabaseUrl.parse("sqlite:" + file);
  }

  static RowComparison compare(DatabaseUrl a, DatabaseUrl b, CompareOptions options) {
    try (Database one = Workbenches.open(a);
        Database other = Workbenches.open(b)) {
      CopyPlan plan =
          CopyPlanner.plan(
              one.inspector().inspect(), other.inspector().inspect(), CopyMapping.NONE);
      plan = ForeignKeyOrder.of(plan, other.inspector().inspect());
      try (ReadPoint pointA = one.rowSource().open(options.jobs());
          ReadPoint pointB = other.rowSource().open(options.jobs())) {
        return new RowComparer(options, Timing.system(), event -> {}).compare(pointA, pointB, plan);
      }
    }
  }

  /** Every difference on a line of its own, for tests to look at. */
  static List<String> said(RowComparison comparison) {
    List<String> lines = new ArrayList<>();
    for (TableComparison table : comparison.tables()) {
      if (table.state() != TableComparison.State.EQUAL) {
        String problem = table.problem() == null ? "" : " " + table.problem().message();
        lines.add(table.tableA().name() + " " + table.state().word() + problem);
      }
      table.differences().forEach(difference -> lines.add(line(table, difference)));
      if (table.more()) {
        lines.add("more");
      }
    }
    return lines;
  }

  private static String line(TableComparison table, RowDifference difference) {
    String column = difference.column() == null ? "" : "." + difference.column();
    String values =
        difference.valueA() == null && difference.valueB() == null
            ? ""
            : ": " + difference.valueA() + " | " + difference.valueB();
    return table.tableA().name()
        + column
        + " "
        + difference.key().values()
        + " "
        + difference.kind().word()
        + values
        + (difference.copies() == 1 ? "" : " x" + difference.copies());
  }
}
