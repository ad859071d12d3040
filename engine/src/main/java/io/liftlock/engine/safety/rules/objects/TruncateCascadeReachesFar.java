package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Truncate;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** TRUNCATE … CASCADE empties the tables that refer to one. Hazard M5. */
public final class TruncateCascadeReachesFar implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Truncate.class)
        .filter(Truncate::cascade)
        .filter(truncate -> !moment.inUse(truncate.tables()).isEmpty())
        .ifPresent(
            truncate -> {
              String others =
                  reached(moment, truncate).stream()
                      .map(moment::shown)
                      .collect(Collectors.joining(", "));
              findings.add(
                  0,
                  "TRUNCATE … CASCADE also empties every table that refers to "
                      + truncate.tables().stream()
                          .map(moment::shown)
                          .collect(Collectors.joining(" and "))
                      + (others.isEmpty() ? "" : ": " + others),
                  "Rows are lost that nobody has named, under ACCESS EXCLUSIVE on each of these"
                      + " tables");
            });
  }

  private static Set<RelationName> reached(Moment moment, Truncate truncate) {
    List<RelationName> open =
        new ArrayList<>(truncate.tables().stream().map(moment.outline()::resolve).toList());
    Set<RelationName> seen = new HashSet<>(open);
    Set<RelationName> reached = new TreeSet<>();
    while (!open.isEmpty()) {
      for (TableOutline other : moment.outline().referencing(open.remove(0))) {
        if (seen.add(other.name())) {
          reached.add(other.name());
          open.add(other.name());
        }
      }
    }
    return reached;
  }
}
