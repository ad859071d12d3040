package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.AlterDomain;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.DomainPlan;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A domain begins to demand something: all tables that use it are locked against writes and read.
 * NOT VALID only puts it off: VALIDATE of a domain takes the same locks. Hazards K17, K18, K19.
 */
public final class DomainConstraintScansTables implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(AlterDomain.class)
        .filter(domain -> !moment.forecast().scanned().isEmpty())
        .ifPresent(
            domain ->
                findings.add(
                    0,
                    words(domain.action())
                        + " of the domain "
                        + moment.shown(domain.name())
                        + " reads "
                        + moment.forecast().scanned().stream()
                            .map(moment::shown)
                            .collect(Collectors.joining(", "))
                        + (domain.action() == AlterDomain.Action.VALIDATE_CONSTRAINT
                            ? "; of a domain it blocks writes, other than of a table"
                            : ""),
                    Waiting.on(moment, moment.forecast().locks())
                        + " until all rows have been read",
                    demand(moment, domain)
                        .flatMap(check -> DomainPlan.of(moment, domain.name(), check))));
  }

  private static String words(AlterDomain.Action action) {
    return switch (action) {
      case VALIDATE_CONSTRAINT -> "VALIDATE CONSTRAINT";
      case SET_NOT_NULL -> "SET NOT NULL";
      default -> "ADD CONSTRAINT";
    };
  }

  /** What it demands of VALUE. */
  private static Optional<String> demand(Moment moment, AlterDomain domain) {
    if (domain.action() == AlterDomain.Action.SET_NOT_NULL) {
      return Optional.of("VALUE IS NOT NULL");
    }
    return domain
        .constraint()
        .flatMap(ConstraintDefinition::check)
        .or(
            () ->
                moment.outline().domain(domain.name()).stream()
                    .flatMap(known -> known.constraints().stream())
                    .filter(each -> domain.constraintName().filter(each.name()::equals).isPresent())
                    .flatMap(each -> each.check().stream())
                    .findFirst())
        .map(Expression::text);
  }
}
