package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Moment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** Instead of {@code ADD PRIMARY KEY USING INDEX} whose columns may be NULL. */
  public static Optional<Fix> usingIndex(
      Moment moment, AlterTable alter, ConstraintDefinition key) {
    return Target.of(moment, alter)
        .flatMap(
            target -> {
              List<String> nullable = nullable(target, columns(target, key));
              if (nullable.isEmpty()) {
                return Optional.empty();
              }
              StepList steps = new StepList();
              nullable.forEach(column -> NotNullSteps.append(steps, target, column));
              return Optional.of(
                  steps
                      .own(
                          "No column may be NULL any more, so no row is read",
                          target.alter("ADD " + Words.of(key.text()).text()))
                      .rewrite());
            });
  }

  /** Instead of {@code USING INDEX} of a partitioned table, which is refused. */
  public static Optional<Fix> ofPartitions(
      Moment moment, AlterTable alter, ConstraintDefinition key) {
    return Target.of(moment, alter)
        .filter(target -> !columns(target, key).isEmpty())
        .flatMap(
            target -> {
              String columns =
                  columns(target, key).stream()
                      .map(Target::quoted)
                      .collect(Collectors.joining(", ", "(", ")"));
              boolean primary = key.kind() == Kind.PRIMARY_KEY;
              ConstraintDefinition plain =
                  new ConstraintDefinition(
                      key.kind(),
                      key.name(),
                      key.at(),
                      (primary ? "PRIMARY KEY " : "UNIQUE ") + columns,
                      columns(target, key),
                      Optional.empty(),
                      Optional.empty(),
                      List.of(),
                      Optional.empty(),
                      Optional.empty(),
                      false,
                      true,
                      key.deferrable());
              StepList steps = new StepList();
              return append(steps, target, plain) ? Optional.of(steps.plan()) : Optional.empty();
            });
  }

  /** The columns of the index that becomes the key. */
  private static List<String> columns(Target target, ConstraintDefinition key) {
    return key.usingIndex().stream()
        .flatMap(index -> target.outline().flatMap(table -> table.index(index)).stream())
        .flatMap(index -> index.parts().stream())
        .flatMap(part -> part.column().stream())
        .toList();
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
