package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.SetRule;
import io.liftlock.core.syntax.CreateRule;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** CREATE RULE and switching rules. Hazard M23. */
public final class RewriteRuleLocksTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateRule.class)
        .filter(rule -> !moment.isFresh(rule.table()))
        .ifPresent(rule -> add(moment, 0, "CREATE RULE", rule.table(), findings));
    moment.alterations(
        SetRule.class,
        (alter, set) -> {
          if (!moment.isFresh(alter.name())) {
            add(
                moment,
                set.at(),
                set.enabled() ? "ENABLE RULE" : "DISABLE RULE",
                alter.name(),
                findings);
          }
        });
  }

  private static void add(
      Moment moment, int at, String what, RelationName table, Findings findings) {
    String name = moment.shown(table);
    findings.add(
        at,
        what + " takes ACCESS EXCLUSIVE on " + name + " and changes what statements on it mean",
        "Reads and writes of "
            + name
            + " wait; from then on statements are rewritten, with calls that happen twice or not at"
            + " all: a trigger says what it does");
  }
}
