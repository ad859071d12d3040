package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A foreign key whose rows are read while others go on writing. */
public final class ForeignKeySteps {

  /** From this version a partitioned table's foreign key can wait for its rows, too. */
  private static final int PARTITIONED_NOT_VALID = 18;

  private ForeignKeySteps() {}

  /** Instead of {@code ADD FOREIGN KEY}. */
  public static Optional<Fix> of(Moment moment, AlterTable alter, ConstraintDefinition key) {
    return Target.of(moment, alter).map(target -> append(new StepList(), target, key).rewrite());
  }

  static StepList append(StepList steps, Target target, ConstraintDefinition key) {
    String name = Constraints.name(target, key);
    String add = "ADD CONSTRAINT " + name + " " + demand(key);
    boolean partByPart = target.isPartitioned() && target.moment().major() < PARTITIONED_NOT_VALID;
    if (!partByPart) {
      return steps
          .own(
              "New rows must refer to rows that are there; the old ones are not read yet",
              target.alter(add + " NOT VALID"))
          .own(
              "Rows are read while the application goes on reading and writing",
              target.alter("VALIDATE CONSTRAINT " + name));
    }
    for (RelationName leaf : leaves(target.moment().outline(), target.alter().name())) {
      String part = "ALTER TABLE " + target.moment().shown(leaf) + " ";
      steps
          .own("Partition by partition, rows are not read yet", part + add + " NOT VALID")
          .own(
              "Rows are read while the application goes on reading and writing",
              part + "VALIDATE CONSTRAINT " + name);
    }
    return steps.own(
        "The partitioned table takes over the keys of its partitions and reads no row; for a moment"
            + " the referenced table is locked against everybody",
        target.alter(add));
  }

  /** {@code FOREIGN KEY (…) REFERENCES …}, also where it stands with its column. */
  private static String demand(ConstraintDefinition key) {
    String body = Constraints.body(key);
    if (!Words.of(body).tokens().isWord(0, "references")) {
      return body;
    }
    String columns = key.columns().stream().map(Target::quoted).collect(Collectors.joining(", "));
    return "FOREIGN KEY (" + columns + ") " + body;
  }

  /** The partitions that hold rows. */
  static List<RelationName> leaves(Outline outline, RelationName table) {
    return outline.partitions(table).stream()
        .flatMap(
            part ->
                part.isPartitioned()
                    ? leaves(outline, part.name()).stream()
                    : Stream.of(part).map(TableOutline::name))
        .toList();
  }
}
