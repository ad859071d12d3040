package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;

/** A published table whose rows cannot be told apart. Hazard M14. */
public final class PublicationWithoutReplicaIdentity implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    if (whole.after().publications().isEmpty()) {
      return;
    }
    for (TableOutline table : whole.after().tables()) {
      if (isStuck(whole.after(), table.name()) && !isStuck(whole.before(), table.name())) {
        Findings place =
            whole.moments().stream()
                .filter(
                    moment ->
                        !isStuck(moment.outline(), table.name())
                            && isStuck(moment.outline().after(moment.command()), table.name()))
                .reduce((first, second) -> second)
                .map(findings::of)
                .orElse(findings);
        place.add(
            0,
            "Changes of " + table.name() + " are published, and its rows have no identity",
            "Every UPDATE and DELETE on " + table.name() + " fails (55000) from now on",
            Fix.plan(
                new SafeStep(
                    "ALTER TABLE " + table.name() + " REPLICA IDENTITY FULL;",
                    SafeStep.Where.OWN_TRANSACTION,
                    "Before it is published; a primary key is better, and USING INDEX, too")));
      }
    }
  }

  /** Whether changes of rows of a table that is known are published without an identity. */
  private static boolean isStuck(Outline outline, RelationName name) {
    Optional<TableOutline> known = outline.table(name);
    if (known.isEmpty() || !isRows(known.get()) || isIdentified(known.get())) {
      return false;
    }
    return outline.publications().stream()
        .filter(
            publication ->
                publication.operations().isEmpty()
                    || publication.operations().contains("update")
                    || publication.operations().contains("delete"))
        .anyMatch(publication -> publication.publishes(name));
  }

  private static boolean isRows(TableOutline table) {
    return table.complete()
        && table.kind() == RelationKind.TABLE
        && table.persistence() == Persistence.PERMANENT
        && !table.isPartitioned();
  }

  private static boolean isIdentified(TableOutline table) {
    return switch (table.replicaIdentity()) {
      case "default" -> table.primaryKey().isPresent();
      case "nothing" -> false;
      default -> true;
    };
  }
}
