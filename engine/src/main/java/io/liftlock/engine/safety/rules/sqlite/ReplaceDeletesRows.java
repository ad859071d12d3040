package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Write;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.TableOutline;

/** REPLACE into a table whose rows others refer to. */
public final class ReplaceDeletesRows implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Write.class)
        .filter(write -> write.kind() == Write.Kind.REPLACE)
        .ifPresent(
            write -> {
              RelationName table = moment.outline().resolve(write.table());
              for (TableOutline child : moment.outline().referencing(table)) {
                boolean reaches =
                    child.constraints().stream()
                        .filter(key -> key.references().filter(table::equals).isPresent())
                        .anyMatch(key -> key.onDelete().filter(Enforcement::reaches).isPresent());
                if (reaches) {
                  findings.add(
                      0,
                      "REPLACE deletes the row that is there before it inserts the new one, and the"
                          + " foreign key of "
                          + moment.shown(child.name())
                          + " acts on that",
                      "Rows of "
                          + moment.shown(child.name())
                          + " are deleted or lose their reference; use INSERT … ON CONFLICT … DO"
                          + " UPDATE");
                }
              }
            });
  }
}
