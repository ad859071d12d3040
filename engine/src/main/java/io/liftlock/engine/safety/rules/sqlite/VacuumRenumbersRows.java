package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.core.syntax.Vacuum;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.stream.Collectors;

/** VACUUM of tables whose rowid has no name. */
public final class VacuumRenumbersRows implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Vacuum.class)
        .ifPresent(
            vacuum -> {
              String tables =
                  moment.outline().tables().stream()
                      .filter(VacuumRenumbersRows::isRenumbered)
                      .map(table -> moment.shown(table.name()))
                      .collect(Collectors.joining(", "));
              if (!tables.isEmpty()) {
                findings.add(
                    0,
                    "VACUUM may give the rows of " + tables + " other rowids",
                    "Who has kept a rowid, a full text index over the table for one, finds another"
                        + " row under it; an INTEGER PRIMARY KEY is never changed");
              }
            });
  }

  private static boolean isRenumbered(TableOutline table) {
    return table.complete()
        && table.kind() == RelationKind.TABLE
        && !table.options().contains("without rowid")
        && table
            .primaryKey()
            .filter(key -> key.columns().size() == 1)
            .flatMap(key -> table.column(key.columns().get(0)))
            .filter(column -> column.type().name().equals("integer"))
            .isEmpty();
  }
}
