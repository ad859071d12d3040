package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Cluster;
import io.liftlock.core.syntax.Vacuum;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** VACUUM FULL and CLUSTER. Hazard M10. */
public final class VacuumFullRewritesTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Vacuum.class)
        .filter(Vacuum::full)
        .ifPresent(vacuum -> check(moment, "VACUUM FULL", vacuum.tables(), findings));
    moment
        .command(Cluster.class)
        .ifPresent(
            cluster -> check(moment, "CLUSTER", cluster.table().stream().toList(), findings));
  }

  private static void check(
      Moment moment, String what, List<RelationName> tables, Findings findings) {
    if (!tables.isEmpty() && moment.inUse(tables).isEmpty()) {
      return;
    }
    String names =
        tables.isEmpty()
            ? "every table, one after the other,"
            : tables.stream().map(moment::shown).collect(Collectors.joining(" and "));
    findings.add(
        0,
        what + " writes " + names + " anew under ACCESS EXCLUSIVE",
        "Reads and writes wait until every row and index is written");
  }
}
