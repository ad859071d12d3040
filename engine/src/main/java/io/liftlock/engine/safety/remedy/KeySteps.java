package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Moment;
import java.util.List;
import java.util.Optional;

/** A unique or primary key whose index is built while others go on writing. */
public final class KeySteps {

  private KeySteps() {}

  /**
   * Instead of {@code ADD UNIQUE} and {@code ADD PRIMARY KEY}.
   *
   * @return empty where no index can be built beforehand: WITHOUT OVERLAPS
   */
  public static Optional<Fix> of(Moment moment, AlterTable alter, ConstraintDefinition key) {
    return Target.of(moment, alter)
        .filter(target -> !Words.of(key.text()).has("overlaps"))
        .flatMap(
            target -> {
              StepList steps = new StepList();
              return append(steps, target, key) ? Optional.of(steps.rewrite()) : Optional.empty();
            });
  }

  /** The columns of a primary key that may be NULL as far as is known. */
  static List<String> nullable(Target target, List<String> columns) {
    return columns.stream()
        .filter(
            column ->
                target
                    .outline()
                    .flatMap(table -> table.column(column))
                    .filter(known -> known.notNull())
                    .isEmpty())
        .toList();
  }

  /** False where it cannot be done, and nothing was added. */
  static boolean append(StepList steps, Target target, ConstraintDefinition key) {
    String name =
        MadeUp.constraint(
            target.moment().outline(), target.moment().command(), target.alter().name(), key);
    List<RelationName> leaves =
        ForeignKeySteps.leaves(target.moment().outline(), target.alter().name());
    if (target.isPartitioned() && leaves.isEmpty()) {
      return false;
    }
    if (key.kind() == Kind.PRIMARY_KEY) {
      nullable(target, key.columns()).forEach(column -> NotNullSteps.append(steps, target, column));
    }
    KeyText text = KeyText.of(key);
    if (!target.isPartitioned()) {
      one(steps, target.table(), target.alter(""), name, text);
      return true;
    }
    for (RelationName leaf : leaves) {
      String part = target.moment().shown(leaf);
      String partName =
          key.kind() == Kind.PRIMARY_KEY
              ? Target.joined(leaf.name(), "", "pkey")
              : Target.joined(leaf.name(), String.join("_", key.columns()), "key");
      one(steps, part, "ALTER TABLE " + part + " ", partName, text);
    }
    steps.own(
        "The partitioned table takes over the keys of its partitions and builds nothing",
        target.alter("ADD CONSTRAINT " + Target.quoted(name) + " " + Constraints.body(key)));
    return true;
  }

  private static void one(StepList steps, String table, String alter, String name, KeyText text) {
    String quoted = Target.quoted(name);
    steps
        .bare(
            "The index is built while the application goes on writing",
            "CREATE UNIQUE INDEX CONCURRENTLY " + quoted + " ON " + table + " " + text.index())
        .own(
            "It becomes the constraint, which takes a moment",
            (alter + "ADD CONSTRAINT " + quoted + " " + text.constraint(quoted)));
  }
}
