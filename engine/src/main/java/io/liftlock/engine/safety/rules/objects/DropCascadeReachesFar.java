package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** DROP … CASCADE and DROP OWNED drop what nobody has named. Hazard M2. */
public final class DropCascadeReachesFar implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Drop.class)
        .filter(drop -> drop.cascade() || drop.type() == ObjectType.OWNED)
        .filter(drop -> drop.type() == ObjectType.OWNED || !moment.inUse(drop.names()).isEmpty())
        .ifPresent(
            drop -> {
              List<String> dependents =
                  drop.names().stream()
                      .flatMap(name -> dependents(moment, drop, name))
                      .distinct()
                      .toList();
              findings.add(
                  0,
                  drop.type() == ObjectType.OWNED
                      ? "DROP OWNED drops everything that a role owns, whatever stands on it"
                      : "CASCADE drops whatever stands on "
                          + drop.names().stream()
                              .map(RelationName::toString)
                              .collect(Collectors.joining(" and "))
                          + (dependents.isEmpty() ? "" : ": " + String.join(", ", dependents)),
                  "Views, constraints, triggers, functions and columns of others go without a"
                      + " word, with ACCESS EXCLUSIVE on each of their tables",
                  way(moment, drop));
            });
  }

  private static Stream<String> dependents(Moment moment, Drop drop, RelationName name) {
    return switch (drop.type()) {
      case TABLE, VIEW, MATERIALIZED_VIEW ->
          Stream.concat(
              moment.outline().referencing(name).stream()
                  .filter(other -> !other.name().equals(moment.outline().resolve(name)))
                  .map(other -> "a foreign key of " + moment.shown(other.name())),
              moment.outline().views(name).stream()
                  .map(view -> "the view " + moment.shown(view.name())));
      case TYPE, DOMAIN ->
          moment.outline().columnsOf(name).stream()
              .map(
                  column ->
                      "the column "
                          + column.relation().map(moment::shown).orElse("")
                          + "."
                          + RelationName.quoted(column.column()));
      case SCHEMA ->
          moment.outline().tables().stream()
              .map(TableOutline::name)
              .filter(table -> name.name().equals(table.schema()))
              .map(RelationName::toString);
      default -> Stream.empty();
    };
  }

  /** Without the word, the server says what stands on it and drops nothing. */
  private static Optional<Fix> way(Moment moment, Drop drop) {
    return moment.inBody() || drop.type() == ObjectType.OWNED
        ? Optional.empty()
        : Optional.of(
            Fix.plan(
                new SafeStep(
                    moment
                        .statement()
                        .text()
                        .strip()
                        .replaceFirst("(?is)\\s+cascade\\s*;?\\s*$", ";"),
                    SafeStep.Where.OWN_TRANSACTION,
                    "Behind a DROP of its own for each thing that stands on it")));
  }
}
