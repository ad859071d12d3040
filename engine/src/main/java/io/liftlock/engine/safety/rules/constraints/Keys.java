package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.remedy.KeySteps;
import java.util.List;

/** What rules ask of unique and primary keys. */
final class Keys {

  private Keys() {}

  /** Finds keys whose index is built by the statement. */
  static void built(Moment moment, Findings findings, Kind kind, String what) {
    moment.alterations(
        AddConstraint.class,
        (alter, action) -> {
          ConstraintDefinition key = action.constraint();
          if (key.kind() == kind
              && key.usingIndex().isEmpty()
              && !moment.alone(alter, action).scanned().isEmpty()) {
            findings.add(
                action.at(),
                "the index of the new "
                    + what
                    + " of "
                    + moment.shown(alter.name())
                    + " is built under its lock",
                Waiting.whileScanned(moment, alter),
                KeySteps.of(moment, alter, key));
          }
        });
  }

  /** The keys that a command makes. */
  static List<ConstraintDefinition> all(Command command) {
    return ForeignKeys.all(command)
        .filter(each -> each.kind() == Kind.UNIQUE || each.kind() == Kind.PRIMARY_KEY)
        .toList();
  }

  /** The columns of an index up to its first expression. */
  static List<String> columns(IndexOutline index) {
    return index.parts().stream()
        .takeWhile(part -> part.column().isPresent())
        .flatMap(part -> part.column().stream())
        .toList();
  }
}
