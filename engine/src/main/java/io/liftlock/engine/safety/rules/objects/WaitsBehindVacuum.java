package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.ClusterOn;
import io.liftlock.core.syntax.Alteration.SetColumnStatistics;
import io.liftlock.core.syntax.Alteration.SetOptions;
import io.liftlock.core.syntax.Analyze;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Comment;
import io.liftlock.core.syntax.CreateStatistics;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** Harmless commands that wait for vacuum. Hazard M44. */
public final class WaitsBehindVacuum implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    if (Together.givesUpSoon(moment) || !isHarmless(moment.command())) {
      return;
    }
    List<ExpectedLock> locks =
        moment.forecast().locks().stream()
            .filter(lock -> lock.mode().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0)
            .toList();
    if (!locks.isEmpty()
        && locks.stream().allMatch(lock -> lock.mode() == LockMode.SHARE_UPDATE_EXCLUSIVE)) {
      String tables =
          locks.stream()
              .map(lock -> moment.shown(lock.relation()))
              .collect(Collectors.joining(" and "));
      findings.add(
          0,
          "It takes SHARE UPDATE EXCLUSIVE on " + tables + ", as VACUUM does",
          "Nobody waits for it, but the migration itself may wait for hours, behind a concurrent"
              + " index, or an autovacuum that prevents wraparound and gives way to nobody");
    }
  }

  private static boolean isHarmless(Command command) {
    return command.match(
        new Command.Some<>() {
          @Override
          public Boolean otherwise(Command other) {
            return false;
          }

          @Override
          public Boolean comment(Comment comment) {
            return true;
          }

          @Override
          public Boolean createStatistics(CreateStatistics statistics) {
            return true;
          }

          @Override
          public Boolean analyze(Analyze analyze) {
            return true;
          }

          @Override
          public Boolean alterTable(AlterTable alter) {
            return alter.actions().stream()
                .allMatch(
                    action ->
                        action instanceof SetOptions
                            || action instanceof ClusterOn
                            || action instanceof SetColumnStatistics);
          }
        });
  }
}
