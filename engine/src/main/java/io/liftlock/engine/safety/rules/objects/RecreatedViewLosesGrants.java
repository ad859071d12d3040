package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.CreateView;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.Grant;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;

/** DROP VIEW and CREATE VIEW of the same name. Hazard M26. */
public final class RecreatedViewLosesGrants implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      moment
          .command(Drop.class)
          .filter(
              drop -> drop.type() == ObjectType.VIEW || drop.type() == ObjectType.MATERIALIZED_VIEW)
          .ifPresent(
              drop ->
                  drop.names().stream()
                      .filter(name -> !moment.isFresh(name))
                      .map(moment.outline()::resolve)
                      .filter(name -> isMadeAgain(whole, moment, name))
                      .filter(name -> !isGranted(whole, moment, name))
                      .forEach(name -> add(moment, name, findings.of(moment))));
    }
  }

  private static void add(Moment moment, RelationName name, Findings findings) {
    String view = moment.shown(name);
    findings.add(
        0,
        "View " + view + " is dropped and made again, without what was granted on it",
        "Roles that could read " + view + " fail (42501); its comment and its options are gone",
        Fix.plan(
            new SafeStep(
                "SELECT pg_catalog.unnest(relacl), reloptions,"
                    + " pg_catalog.obj_description(oid, 'pg_class') FROM pg_catalog.pg_class"
                    + " WHERE oid = '"
                    + name.toString().replace("'", "''")
                    + "'::pg_catalog.regclass;",
                SafeStep.Where.OWN_TRANSACTION,
                "Shows what has to be granted, set and commented again, in the same transaction")));
  }

  private static boolean isMadeAgain(Whole whole, Moment moment, RelationName name) {
    return whole.moments().stream()
        .dropWhile(each -> !each.equals(moment))
        .flatMap(each -> each.command(CreateView.class).stream())
        .anyMatch(view -> moment.outline().resolve(view.name()).equals(name));
  }

  private static boolean isGranted(Whole whole, Moment moment, RelationName name) {
    return whole.moments().stream()
        .dropWhile(each -> !each.equals(moment))
        .flatMap(each -> each.command(Grant.class).stream())
        .filter(grant -> !grant.revoke())
        .anyMatch(
            grant ->
                grant.names().isEmpty()
                    || grant.names().stream()
                        .map(moment.outline()::resolve)
                        .anyMatch(name::equals));
  }
}
