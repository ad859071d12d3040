package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import java.util.List;
import java.util.stream.Stream;

/** A table made anew by renaming the old one first, which takes its references along. */
public final class RenameOldTableFirst implements Rule {

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
    for (Moment moment : whole.moments()) {
      moment.alterations(
          Alteration.RenameTo.class,
          (alter, rename) -> {
            RelationName old = moment.outline().resolve(alter.name());
            List<String> followers = followers(moment, old);
            boolean madeAnew =
                whole.moments().stream()
                    .filter(later -> later.ordinal() > moment.ordinal())
                    .flatMap(later -> later.command(CreateTable.class).stream())
                    .anyMatch(made -> moment.outline().resolve(made.name()).equals(old));
            if (madeAnew && !moment.isFresh(old) && !followers.isEmpty()) {
              findings
                  .of(moment)
                  .add(
                      rename.at(),
                      "RENAME takes along what refers to "
                          + moment.shown(old)
                          + ": "
                          + String.join(" and ", followers)
                          + " refer to "
                          + RelationName.quoted(rename.newName())
                          + " from now on, not to the new table",
                      "When the old table is dropped, foreign keys and views point at a table that"
                          + " is gone, and writes fail; make the new table under another name,"
                          + " copy, drop the old one, rename the new one");
            }
          });
    }
  }

  private static List<String> followers(Moment moment, RelationName old) {
    return Stream.concat(
            moment.outline().referencing(old).stream(), moment.outline().views(old).stream())
        .filter(table -> !table.name().equals(old))
        .map(table -> moment.shown(table.name()))
        .distinct()
        .toList();
  }
}
