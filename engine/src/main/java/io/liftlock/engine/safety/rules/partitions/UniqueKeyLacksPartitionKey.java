package io.liftlock.engine.safety.rules.partitions;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.PartitionKey;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A unique key of a partitioned table must have the columns that divide it. Hazard M34. */
public final class UniqueKeyLacksPartitionKey implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateTable.class)
        .ifPresent(
            table ->
                table
                    .partitionKey()
                    .ifPresent(
                        key -> {
                          Stream.concat(
                                  table.constraints().stream(),
                                  table.columns().stream()
                                      .flatMap(column -> column.constraints().stream()))
                              .forEach(each -> check(table.name(), key, each, findings, moment));
                        }));
    moment.alterations(
        AddConstraint.class,
        (alter, add) ->
            keyOf(moment, alter.name())
                .ifPresent(key -> check(alter.name(), key, add.constraint(), findings, moment)));
    moment.alterations(
        AddColumn.class,
        (alter, add) ->
            keyOf(moment, alter.name())
                .ifPresent(
                    key ->
                        add.column()
                            .constraints()
                            .forEach(each -> check(alter.name(), key, each, findings, moment))));
    moment
        .command(CreateIndex.class)
        .filter(CreateIndex::unique)
        .ifPresent(
            index ->
                keyOf(moment, index.table())
                    .ifPresent(
                        key ->
                            check(
                                index.table(),
                                key,
                                index.parts().stream()
                                    .flatMap(part -> part.column().stream())
                                    .toList(),
                                0,
                                findings,
                                moment)));
  }

  private static Optional<PartitionKey> keyOf(Moment moment, RelationName table) {
    return moment.outline().table(table).flatMap(TableOutline::partitionKey);
  }

  private static void check(
      RelationName table,
      PartitionKey key,
      ConstraintDefinition constraint,
      Findings findings,
      Moment moment) {
    boolean unique =
        constraint.kind() == ConstraintDefinition.Kind.PRIMARY_KEY
            || constraint.kind() == ConstraintDefinition.Kind.UNIQUE;
    if (unique && constraint.usingIndex().isEmpty()) {
      check(table, key, constraint.columns(), constraint.at(), findings, moment);
    }
  }

  private static void check(
      RelationName table,
      PartitionKey key,
      List<String> columns,
      int at,
      Findings findings,
      Moment moment) {
    List<String> missing =
        key.columns().stream().filter(column -> !columns.contains(column)).toList();
    if (!missing.isEmpty() || key.expressions()) {
      findings.add(
          at,
          "The unique key of "
              + moment.shown(table)
              + " has not all that the table is divided by: "
              + (missing.isEmpty() ? "an expression" : String.join(", ", missing))
              + (missing.isEmpty() ? "" : " is missing"),
          "The server refuses it (0A000), and the migration stops here");
    }
  }
}
