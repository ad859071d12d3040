package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterRoutine;
import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.CreateRoutine;
import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.stream.Stream;

/** A function changes whose results are stored. Hazards M41, M42. */
public final class ReplacedFunctionDisagreesWithStoredValues implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateRoutine.class)
        .filter(CreateRoutine::orReplace)
        .ifPresent(routine -> check(moment, routine.name(), findings));
    moment
        .command(AlterRoutine.class)
        .filter(routine -> routine.volatility().isPresent())
        .ifPresent(routine -> check(moment, routine.name(), findings));
  }

  private static void check(Moment moment, RelationName routine, Findings findings) {
    List<String> users =
        moment.outline().tables().stream()
            .filter(table -> !moment.isFresh(table.name()))
            .flatMap(table -> users(moment, table, moment.outline().resolve(routine)))
            .toList();
    if (!users.isEmpty()) {
      findings.add(
          0,
          "Results of "
              + moment.shown(routine)
              + " are kept by "
              + String.join(", ", users)
              + ", and nothing computes them again",
          "Rows are not found by the index, or pass a check that they no longer satisfy, without an"
              + " error");
    }
  }

  private static Stream<String> users(Moment moment, TableOutline table, RelationName routine) {
    Stream<String> indexes =
        table.indexes().stream()
            .filter(
                index ->
                    Stream.concat(
                            index.parts().stream().flatMap(part -> part.expression().stream()),
                            index.where().stream())
                        .anyMatch(expression -> calls(moment, expression, routine)))
            .map(index -> "index " + moment.shown(index.name()));
    Stream<String> checks =
        table.constraints().stream()
            .filter(
                check ->
                    check
                        .check()
                        .filter(expression -> calls(moment, expression, routine))
                        .isPresent())
            .map(
                check ->
                    "check "
                        + RelationName.quoted(check.name())
                        + " of "
                        + moment.shown(table.name()));
    Stream<String> columns =
        table.columns().stream()
            .filter(
                column ->
                    column
                        .generated()
                        .filter(
                            generated ->
                                generated.stored()
                                    && calls(moment, generated.expression(), routine))
                        .isPresent())
            .map(
                column ->
                    "column "
                        + moment.shown(table.name())
                        + "."
                        + RelationName.quoted(column.name()));
    return Stream.of(indexes, checks, columns).flatMap(each -> each);
  }

  private static boolean calls(Moment moment, Expression expression, RelationName routine) {
    return expression.calls().stream()
        .map(Call::name)
        .map(
            name ->
                name.contains(".")
                    ? RelationName.of(
                        name.substring(0, name.lastIndexOf('.')),
                        name.substring(name.lastIndexOf('.') + 1))
                    : RelationName.of(name))
        .map(moment.outline()::resolve)
        .anyMatch(routine::equals);
  }
}
