package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.DropColumn;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.ColumnOutline;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A column that goes when nobody reads or writes it any more, what stands on it one by one. */
public final class DropColumnPlan {

  private DropColumnPlan() {}

  /** Instead of {@code DROP COLUMN}. */
  public static Optional<Fix> of(Moment moment, AlterTable alter, DropColumn action) {
    return Target.of(moment, alter).map(target -> fix(target, action));
  }

  private static Fix fix(Target target, DropColumn action) {
    String column = Target.quoted(action.column());
    StepList steps = new StepList();
    Optional<TableOutline> table = target.outline();
    boolean required =
        table
            .flatMap(known -> known.column(action.column()))
            .filter(ColumnOutline::notNull)
            .filter(known -> known.defaultValue().isEmpty() && !known.identity())
            .isPresent();
    if (required) {
      steps.own(
          "New rows need no value, so the next release can leave the column out",
          target.alter("ALTER COLUMN " + column + " DROP NOT NULL"));
    }
    table.ifPresent(
        known -> {
          known.constraints(Kind.FOREIGN_KEY).stream()
              .filter(key -> key.columns().contains(action.column()))
              .forEach(
                  key ->
                      steps.later(
                          "The foreign key goes alone: it locks the referenced table, too",
                          target.alter("DROP CONSTRAINT " + Target.quoted(key.name()))));
          indexes(known, action.column())
              .forEach(
                  index ->
                      steps.later(
                          "Its index goes while others read and write; outside any transaction",
                          "DROP INDEX CONCURRENTLY " + target.moment().shown(index.name())));
        });
    return steps
        .later(
            "When no running application reads or writes it", target.alter("DROP COLUMN " + column))
        .plan();
  }

  /** Its indexes that belong to no constraint. */
  private static List<IndexOutline> indexes(TableOutline table, String column) {
    return table.indexes().stream()
        .filter(index -> index.constraint().isEmpty() && !table.isPartitioned())
        .filter(
            index ->
                index.parts().stream()
                    .anyMatch(
                        part ->
                            part.column().filter(column::equals).isPresent()
                                || part.expression()
                                    .filter(each -> each.columns().contains(column))
                                    .isPresent()))
        .toList();
  }

  /** What goes with a column without being asked for, by name. */
  public static List<String> goesAlong(TableOutline table, String column) {
    return Stream.concat(
            table.constraints().stream()
                .filter(
                    each ->
                        each.columns().contains(column)
                            || each.check()
                                .filter(check -> check.columns().contains(column))
                                .isPresent())
                .filter(each -> each.kind() != Kind.NOT_NULL)
                .map(ConstraintOutline::name),
            indexes(table, column).stream().map(index -> index.name().name()))
        .distinct()
        .toList();
  }
}
