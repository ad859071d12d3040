package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateRoutine;
import io.liftlock.core.syntax.CreateView;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.core.syntax.Query;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Views and functions of the project filter or sort by a column that no index begins with.
 * Principle of design.
 */
public final class FilteredColumnWithoutIndex implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      Set<ColumnName> told = new LinkedHashSet<>();
      for (Query query : queries(moment.command())) {
        for (ColumnName filter : query.filters()) {
          if (told.add(filter)) {
            owner(query, filter, whole.after())
                .filter(table -> !isServed(table, filter.column()))
                .ifPresent(
                    table ->
                        findings
                            .of(moment)
                            .add(
                                0,
                                "it filters or sorts "
                                    + moment.shown(table.name())
                                    + " by "
                                    + RelationName.quoted(filter.column())
                                    + ", which no index begins with",
                                "each such query reads the whole table as soon as it is large"));
          }
        }
      }
    }
  }

  /** The queries that stay: those of views and routines, not those that a migration runs once. */
  private static List<Query> queries(Command command) {
    return command.match(
        new Command.Some<>() {
          @Override
          public List<Query> otherwise(Command other) {
            return List.of();
          }

          @Override
          public List<Query> createView(CreateView view) {
            return List.of(view.query());
          }

          @Override
          public List<Query> createRoutine(CreateRoutine routine) {
            return routine.body().statements().stream()
                .map(inner -> inner.command())
                .filter(Query.class::isInstance)
                .map(Query.class::cast)
                .toList();
          }
        });
  }

  /** The table that a column belongs to, where exactly one of those read has it. */
  private static Optional<TableOutline> owner(Query query, ColumnName column, Outline outline) {
    List<TableOutline> owners =
        query.reads().stream()
            .filter(
                name ->
                    column
                        .relation()
                        .map(outline::resolve)
                        .map(outline.resolve(name)::equals)
                        .orElse(true))
            .flatMap(name -> outline.table(name).stream())
            .filter(table -> table.column(column.column()).isPresent())
            .toList();
    return owners.size() == 1
            && owners.get(0).complete()
            && owners.get(0).persistence() != Persistence.TEMPORARY
        ? Optional.of(owners.get(0))
        : Optional.empty();
  }

  private static boolean isServed(TableOutline table, String column) {
    return table.indexes().stream()
        .filter(index -> !index.parts().isEmpty())
        .anyMatch(index -> index.parts().get(0).column().filter(column::equals).isPresent());
  }
}
