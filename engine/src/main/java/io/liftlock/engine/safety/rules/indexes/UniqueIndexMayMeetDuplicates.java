package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.Write;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.outline.Outline;
import java.util.List;
import java.util.stream.Collectors;

/** A unique index over rows that nothing keeps apart may fail late. Hazard I10. */
public final class UniqueIndexMayMeetDuplicates implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      moment
          .command(CreateIndex.class)
          .filter(
              index ->
                  index.unique()
                      && Tables.inUse(moment, index.table())
                      && !keptApart(moment, index)
                      && !isEmpty(moment, index)
                      && !lookedAt(whole, moment, index))
          .ifPresent(index -> add(findings.of(moment), moment, index));
    }
  }

  private static void add(Findings findings, Moment moment, CreateIndex index) {
    String table = moment.shown(index.table());
    findings.add(
        0,
        "Nothing has kept the rows of " + table + " apart by " + keys(index) + " so far",
        "At the first pair of equal rows the build fails (23505), a concurrent one late and with"
            + " an invalid index left behind",
        Fix.plan(
            new SafeStep(
                look(index), SafeStep.Where.OWN_TRANSACTION, "Shows what is there twice already"),
            new SafeStep(
                moment.statement().text().strip().replaceFirst(";?$", ";"),
                index.concurrently()
                    ? SafeStep.Where.NO_TRANSACTION
                    : SafeStep.Where.OWN_TRANSACTION,
                "When nothing is there twice")));
  }

  private static String look(CreateIndex index) {
    return "SELECT "
        + keys(index)
        + ", count(*) FROM "
        + index.table()
        + index.where().map(where -> " WHERE " + where.text()).orElse("")
        + " GROUP BY "
        + keys(index)
        + " HAVING count(*) > 1 LIMIT 100;";
  }

  private static String keys(CreateIndex index) {
    return index.parts().stream()
        .map(
            part ->
                part.column()
                    .map(RelationName::quoted)
                    .or(() -> part.expression().map(Expression::text))
                    .orElse("?"))
        .collect(Collectors.joining(", "));
  }

  /** Whether a unique index that is there has no more columns than the new one. */
  private static boolean keptApart(Moment moment, CreateIndex index) {
    List<String> columns = index.parts().stream().flatMap(part -> part.column().stream()).toList();
    return moment.outline().table(index.table()).stream()
        .flatMap(table -> table.indexes().stream())
        .anyMatch(
            there ->
                there.unique()
                    && there.valid()
                    && there.where().isEmpty()
                    && there.parts().stream()
                        .allMatch(part -> part.column().filter(columns::contains).isPresent()));
  }

  /** Whether the facts say that it has no rows. */
  private static boolean isEmpty(Moment moment, CreateIndex index) {
    return moment
        .facts()
        .table(moment.outline().resolve(index.table()))
        .filter(table -> table.rows() == 0)
        .isPresent();
  }

  /** Whether the migration has read the table before: somebody has thought of it. */
  private static boolean lookedAt(Whole whole, Moment moment, CreateIndex index) {
    RelationName table = moment.outline().resolve(index.table());
    return whole.moments().stream()
        .takeWhile(each -> !each.equals(moment))
        .anyMatch(
            each ->
                each.command(Query.class)
                        .filter(query -> reads(query, table, moment.outline()))
                        .isPresent()
                    || each.command(Write.class)
                        .filter(write -> write.kind() == Write.Kind.DELETE)
                        .filter(write -> moment.outline().resolve(write.table()).equals(table))
                        .isPresent());
  }

  private static boolean reads(Query query, RelationName table, Outline outline) {
    return query.reads().stream().map(outline::resolve).anyMatch(table::equals);
  }
}
