package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.IndexPart;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.outline.IndexOutline;
import java.util.List;

/** An index goes before the one that takes its place is there. Hazard I14. */
public final class DropIndexBeforeReplacement implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      moment
          .command(Drop.class)
          .filter(drop -> drop.type() == ObjectType.INDEX)
          .ifPresent(
              drop ->
                  drop.names().stream()
                      .flatMap(name -> moment.outline().index(name).stream())
                      .filter(index -> Tables.inUse(moment, index.table()))
                      .forEach(index -> check(whole, moment, index, findings.of(moment))));
    }
  }

  private static void check(Whole whole, Moment moment, IndexOutline gone, Findings findings) {
    whole.moments().stream()
        .dropWhile(each -> !each.equals(moment))
        .flatMap(each -> each.command(CreateIndex.class).stream())
        .filter(index -> moment.outline().resolve(index.table()).equals(gone.table()))
        .filter(index -> leading(index.parts()).equals(leading(gone.parts())))
        .findFirst()
        .ifPresent(
            index ->
                findings.add(
                    0,
                    "Index "
                        + moment.shown(gone.name())
                        + " goes before the one that takes its place is built",
                    "Queries on "
                        + moment.shown(gone.table())
                        + " read the whole table until the new index is there"));
  }

  private static String leading(List<IndexPart> parts) {
    return parts.stream()
        .findFirst()
        .map(part -> part.column().or(() -> part.expression().map(Expression::text)).orElse(""))
        .orElse("");
  }
}
