package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.stream.Collectors;

/** DROP TABLE of a table that others refer to, while foreign keys are on. */
public final class DropTableDeletesChildren implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    Enforcement.follow(
        whole,
        (moment, state) -> {
          if (state.isOn()) {
            moment
                .command(Drop.class)
                .filter(drop -> drop.type() == ObjectType.TABLE)
                .ifPresent(drop -> drop.names().forEach(name -> check(moment, name, findings)));
          }
        });
  }

  private static void check(Moment moment, RelationName name, Findings findings) {
    RelationName dropped = moment.outline().resolve(name);
    List<TableOutline> children =
        moment.outline().referencing(name).stream()
            .filter(child -> !child.name().equals(dropped) && !moment.isFresh(child.name()))
            .toList();
    if (moment.isFresh(name) || children.isEmpty()) {
      return;
    }
    String named =
        children.stream()
            .map(child -> moment.shown(child.name()))
            .collect(Collectors.joining(" and "));
    boolean reaches =
        children.stream()
            .flatMap(child -> child.constraints().stream())
            .filter(key -> key.references().filter(dropped::equals).isPresent())
            .anyMatch(key -> key.onDelete().filter(Enforcement::reaches).isPresent());
    findings
        .of(moment)
        .add(
            0,
            "DROP TABLE "
                + moment.shown(name)
                + " first deletes its rows, and the foreign keys of "
                + named
                + " act on that",
            reaches
                ? "Rows of "
                    + named
                    + " are deleted or lose their reference, although the table may only be made"
                    + " anew"
                : "It fails where a row of " + named + " still refers to it");
  }
}
