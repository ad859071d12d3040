package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AlterOther;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.Moment;
import java.util.List;
import java.util.Optional;

/** A new table whose foreign keys come afterwards, each in a short transaction of its own. */
public final class CreateTableSteps {

  private CreateTableSteps() {}

  /**
   * Instead of {@code CREATE TABLE … REFERENCES}.
   *
   * @param keys the foreign keys to tables that are in use
   */
  public static Optional<Fix> of(
      Moment moment, CreateTable table, List<ConstraintDefinition> keys) {
    if (moment.inBody() || table.ifNotExists() || table.foreign()) {
      return Optional.empty();
    }
    Target target =
        new Target(
            moment,
            new AlterTable(
                RelationKind.TABLE,
                table.name(),
                false,
                false,
                List.of(new AlterOther(0, "add constraint"))));
    Words text = Words.of(moment.statement().text());
    for (ConstraintDefinition key : keys) {
      Words piece = Words.of(key.text());
      int at = text.find(piece);
      if (at < 0) {
        return Optional.empty();
      }
      boolean element = text.tokens().isSign(at - 1, ",");
      text = text.without(element ? at - 1 : at, at + piece.size());
    }
    StepList steps = new StepList().own("The table alone locks nobody else's", text.text());
    keys.forEach(key -> ForeignKeySteps.append(steps, target, key));
    return Optional.of(steps.rewrite());
  }
}
