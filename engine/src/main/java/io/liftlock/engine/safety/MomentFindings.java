package io.liftlock.engine.safety;

import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Writes down what a rule finds in a statement. */
record MomentFindings(Moment moment, Rule rule, Severity severity, List<Found> found)
    implements Findings {

  @Override
  public void add(int at, String message, String breaks) {
    write(at, message, breaks, Optional.empty());
  }

  @Override
  public void add(int at, String message, String breaks, Fix fix) {
    write(at, message, breaks, Optional.of(fix));
  }

  @Override
  public Findings of(Moment other) {
    return new MomentFindings(other, rule, severity, found);
  }

  private void write(int at, String message, String breaks, Optional<Fix> fix) {
    Statement statement = moment.statement();
    int where = at == 0 || moment.called() ? moment.at() : at;
    found.add(
        new Found(
            moment.ordinal(),
            where,
            new Finding(
                rule.id(),
                severity,
                statement.span().place(statement.text(), where),
                moment.ordinal(),
                FirstLine.of(statement),
                message,
                breaks,
                moment.forecast(),
                Impacts.of(moment.forecast(), moment.facts(), moment.outline()),
                fix.map(this::takeable),
                Optional.empty())));
  }

  /** What stands in a body cannot be cut out of it; people have to. */
  private Fix takeable(Fix fix) {
    return moment.inBody() ? new Fix(Fix.Kind.PLAN, fix.steps()) : fix;
  }
}
