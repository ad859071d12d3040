package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.outline.SequenceOutline;
import io.liftlock.engine.safety.remedy.SequencePlan;

/** The column of a serial becomes bigger, its sequence does not. Hazard C27. */
public final class SequenceSmallerThanColumn implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      moment.alterations(
          AlterColumnType.class,
          (alter, action) ->
              whole.after().sequencesOf(alter.name()).stream()
                  .filter(sequence -> !sequence.identity())
                  .filter(
                      sequence ->
                          sequence
                              .ownedBy()
                              .filter(owner -> owner.column().equals(action.column()))
                              .isPresent())
                  .filter(sequence -> bytes(sequence.type()) < bytes(action.type().name()))
                  .forEach(sequence -> report(moment, alter, action, sequence, findings)));
    }
  }

  private static void report(
      Moment moment,
      AlterTable alter,
      AlterColumnType action,
      SequenceOutline sequence,
      Findings findings) {
    String name = moment.shown(sequence.name());
    findings
        .of(moment)
        .add(
            action.at(),
            moment.shown(alter.name(), action.column())
                + " becomes "
                + action.type().written()
                + ", but its sequence "
                + name
                + " stays "
                + sequence.type(),
            "nextval fails with 2200H when the sequence reaches the end of "
                + sequence.type()
                + ", years later",
            SequencePlan.of(name, action.type().name()));
  }

  private static int bytes(String type) {
    return switch (type) {
      case "smallint" -> 2;
      case "integer" -> 4;
      case "bigint" -> 8;
      default -> 0;
    };
  }
}
