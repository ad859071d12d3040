package io.liftlock.engine.safety.remedy;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.report.Fix;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Optional;

/** What CASCADE would drop, dropped by name, so that nothing goes unnoticed. */
public final class CascadePlan {

  private CascadePlan() {}

  /**
   * Instead of {@code CASCADE}.
   *
   * @param others the locks on what goes along, as far as it is known
   */
  public static Optional<Fix> of(Moment moment, AlterTable alter, List<ExpectedLock> others) {
    return Target.of(moment, alter)
        .map(
            target -> {
              StepList steps = new StepList();
              others.stream()
                  .flatMap(lock -> moment.table(lock.relation()).stream())
                  .forEach(other -> steps.own("It stands on it: by name", drop(target, other)));
              String text = Words.of(moment.statement().text()).text();
              return steps
                  .own(
                      "Without CASCADE it fails where something was forgotten",
                      text.replaceFirst("(?i)\\s+CASCADE$", ""))
                  .plan();
            });
  }

  private static String drop(Target target, TableOutline other) {
    String name = target.moment().shown(other.name());
    if (other.kind() == RelationKind.VIEW) {
      return "DROP VIEW " + name;
    }
    if (other.kind() == RelationKind.MATERIALIZED_VIEW) {
      return "DROP MATERIALIZED VIEW " + name;
    }
    return other.constraints().stream()
        .filter(
            key ->
                key.references()
                    .filter(target.moment().outline().resolve(target.alter().name())::equals)
                    .isPresent())
        .map(key -> "ALTER TABLE " + name + " DROP CONSTRAINT " + Target.quoted(key.name()))
        .findFirst()
        .orElse("-- " + name);
  }
}
