package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterSequence;
import io.liftlock.core.syntax.Alteration.SetIdentity;
import io.liftlock.core.syntax.Query;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.SequenceOutline;
import java.util.Optional;

/** A sequence that begins anew gives out values that are taken. Hazard M12. */
public final class SequenceRestartRepeatsKeys implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(AlterSequence.class)
        .filter(sequence -> sequence.restart() && !moment.isFresh(sequence.name()))
        .ifPresent(
            sequence ->
                add(
                    0,
                    moment.shown(sequence.name()),
                    moment
                        .outline()
                        .sequence(sequence.name())
                        .flatMap(SequenceOutline::ownedBy)
                        .flatMap(
                            column ->
                                column
                                    .relation()
                                    .map(table -> way(moment, table, column.column()))),
                    findings));
    moment.alterations(
        SetIdentity.class,
        (alter, identity) -> {
          if (identity.restart() && !moment.isFresh(alter.name())) {
            add(
                identity.at(),
                "the sequence of "
                    + moment.shown(alter.name())
                    + "."
                    + RelationName.quoted(identity.column()),
                Optional.of(way(moment, alter.name(), identity.column())),
                findings);
          }
        });
    moment
        .command(Query.class)
        .filter(query -> query.reads().isEmpty())
        .filter(
            query -> query.calls().stream().anyMatch(call -> call.name().matches("(.*\\.)?setval")))
        .ifPresent(query -> add(0, "a sequence", Optional.empty(), findings));
  }

  private static void add(int at, String sequence, Optional<Fix> way, Findings findings) {
    findings.add(
        at,
        "From now on " + sequence + " gives out values from a fixed one on",
        "Where rows have these values already, every INSERT fails (23505) until the sequence is"
            + " past them",
        way);
  }

  private static Fix way(Moment moment, RelationName table, String column) {
    String name = moment.shown(table);
    return Fix.plan(
        new SafeStep(
            "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"
                + name.replace("'", "''")
                + "', '"
                + column.replace("'", "''")
                + "'), (SELECT max("
                + RelationName.quoted(column)
                + ") FROM "
                + name
                + "));",
            SafeStep.Where.OWN_TRANSACTION,
            "Goes by the rows that are there"));
  }
}
