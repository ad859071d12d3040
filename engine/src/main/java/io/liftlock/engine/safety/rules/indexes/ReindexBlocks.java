package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Reindex;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.Optional;

/** REINDEX without CONCURRENTLY. Hazard I16. */
public final class ReindexBlocks implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Reindex.class)
        .filter(reindex -> !reindex.concurrently() && isInUse(moment, reindex))
        .ifPresent(
            reindex -> {
              String what = reindex.name().map(moment::shown).orElse("the database");
              findings.add(
                  0,
                  "REINDEX takes SHARE on the table and ACCESS EXCLUSIVE on each index of " + what,
                  "Writes wait, and reads, too: the planner has to look at every index",
                  way(moment, reindex));
            });
  }

  private static boolean isInUse(Moment moment, Reindex reindex) {
    return switch (reindex.scope()) {
      case TABLE -> reindex.name().filter(name -> Tables.inUse(moment, name)).isPresent();
      case INDEX ->
          reindex
              .name()
              .flatMap(name -> moment.outline().index(name))
              .map(index -> Tables.inUse(moment, index.table()))
              .orElse(true);
      default -> true;
    };
  }

  private static Optional<Fix> way(Moment moment, Reindex reindex) {
    return moment.inBody() || reindex.scope() == Reindex.Scope.SYSTEM || reindex.name().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fix.rewrite(
                new SafeStep(
                    "REINDEX "
                        + reindex.scope().name()
                        + " CONCURRENTLY "
                        + reindex.name().get()
                        + ";",
                    SafeStep.Where.NO_TRANSACTION,
                    "A new index is built beside the old one; where it fails, one whose name ends"
                        + " in _ccnew is left to be dropped")));
  }
}
