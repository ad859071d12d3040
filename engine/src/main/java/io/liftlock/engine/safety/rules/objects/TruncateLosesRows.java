package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Truncate;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.stream.Collectors;

/** TRUNCATE of a table in use. Hazard M4. */
public final class TruncateLosesRows implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Truncate.class)
        .filter(truncate -> !moment.inUse(truncate.tables()).isEmpty())
        .ifPresent(
            truncate -> {
              String tables =
                  moment.inUse(truncate.tables()).stream()
                      .map(moment::shown)
                      .collect(Collectors.joining(" and "));
              findings.add(
                  0,
                  "TRUNCATE loses all rows of " + tables + " and takes ACCESS EXCLUSIVE",
                  "Reads and writes of "
                      + tables
                      + " wait; transactions that began before see no rows, not the old ones");
            });
  }
}
