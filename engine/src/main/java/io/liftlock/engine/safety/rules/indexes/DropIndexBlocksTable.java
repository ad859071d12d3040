package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.DropIndexSteps;
import java.util.Optional;
import java.util.stream.Collectors;

/** DROP INDEX without CONCURRENTLY. Hazard I12. */
public final class DropIndexBlocksTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Drop.class)
        .filter(drop -> drop.type() == ObjectType.INDEX && !drop.concurrently())
        .filter(drop -> drop.names().stream().anyMatch(name -> isInUse(moment, name)))
        .ifPresent(
            drop -> {
              String tables =
                  drop.names().stream()
                      .flatMap(name -> moment.outline().index(name).stream())
                      .map(index -> moment.shown(index.table()))
                      .distinct()
                      .collect(Collectors.joining(" and "));
              String named = tables.isEmpty() ? "the table of the index" : tables;
              findings.add(
                  0,
                  "DROP INDEX takes ACCESS EXCLUSIVE on " + named + ", not only on the index",
                  "It waits for every open transaction on "
                      + named
                      + ", and all reads and writes queue behind it",
                  way(moment, drop));
            });
  }

  private static boolean isInUse(Moment moment, RelationName name) {
    return moment
        .outline()
        .index(name)
        .map(index -> Tables.inUse(moment, index.table()))
        .orElse(true);
  }

  /** Of a partitioned table's index and of a constraint's there is no concurrent form. */
  private static Optional<Fix> way(Moment moment, Drop drop) {
    boolean possible =
        !moment.inBody()
            && !drop.cascade()
            && drop.names().stream()
                .flatMap(name -> moment.outline().index(name).stream())
                .noneMatch(
                    index ->
                        index.constraint().isPresent()
                            || index.attachedTo().isPresent()
                            || Tables.isPartitioned(moment, index.table()));
    return possible
        ? Optional.of(
            DropIndexSteps.of(drop, "Readers and writers go on; queries that use it end first"))
        : Optional.empty();
  }
}
