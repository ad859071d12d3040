package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Analyze;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;

/** The planner knows nothing of a new expression index before ANALYZE. Hazard I20. */
public final class ExpressionIndexWithoutStatistics implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      moment
          .command(CreateIndex.class)
          .filter(index -> index.parts().stream().anyMatch(part -> part.expression().isPresent()))
          .filter(index -> Tables.inUse(moment, index.table()))
          .filter(index -> !analysed(whole, moment, index))
          .ifPresent(
              index ->
                  findings
                      .of(moment)
                      .add(
                          0,
                          "The index of "
                              + moment.shown(index.table())
                              + " is over an expression, of which there are no statistics yet",
                          "Queries with it are planned by guess until autovacuum looks at "
                              + moment.shown(index.table()),
                          Fix.plan(
                              new SafeStep(
                                  "ANALYZE " + index.table() + ";",
                                  SafeStep.Where.OWN_TRANSACTION,
                                  "Behind the index; readers and writers go on"))));
    }
  }

  private static boolean analysed(Whole whole, Moment moment, CreateIndex index) {
    RelationName table = moment.outline().resolve(index.table());
    return whole.moments().stream()
        .dropWhile(each -> !each.equals(moment))
        .flatMap(each -> each.command(Analyze.class).stream())
        .anyMatch(
            analyze ->
                analyze.tables().isEmpty()
                    || analyze.tables().stream()
                        .map(moment.outline()::resolve)
                        .anyMatch(table::equals));
  }
}
