package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.sql.RelationName;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.PartitionOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;

/** A partition that leaves its table while others go on. */
public final class DetachSteps {

  private static final String BRIEF =
      "A DEFAULT partition rules out CONCURRENTLY: over in a moment once it has its locks, and it"
          + " must not queue for them";

  private DetachSteps() {}

  /** Instead of {@code DETACH PARTITION}. */
  public static Optional<Fix> of(Moment moment, RelationName parent, RelationName partition) {
    if (moment.inBody()) {
      return Optional.empty();
    }
    return Optional.of(
        hasDefault(moment, parent)
            ? brief(moment, parent, partition).plan()
            : concurrently(moment, parent, partition, true).rewrite());
  }

  /** Instead of dropping a table that is a partition. */
  public static Optional<Fix> drop(Moment moment, RelationName parent, RelationName partition) {
    if (moment.inBody()) {
      return Optional.empty();
    }
    String why = "Nobody but the table itself is locked";
    String drop = "DROP TABLE " + moment.shown(partition);
    return Optional.of(
        hasDefault(moment, parent)
            ? brief(moment, parent, partition).own(why, drop).plan()
            : concurrently(moment, parent, partition, false).own(why, drop).rewrite());
  }

  /** Whether a partition takes what no other takes, as far as is known. */
  public static boolean hasDefault(Moment moment, RelationName parent) {
    return moment.outline().partitions(parent).stream()
        .anyMatch(part -> part.partitionOf().filter(PartitionOutline::isDefault).isPresent());
  }

  private static StepList brief(Moment moment, RelationName parent, RelationName partition) {
    return new StepList()
        .own(
            BRIEF,
            "SET LOCAL lock_timeout = '2s'",
            detach(moment.shown(parent), moment.shown(partition)));
  }

  private static StepList concurrently(
      Moment moment, RelationName parent, RelationName partition, boolean stays) {
    String table = moment.shown(partition);
    StepList steps =
        new StepList()
            .bare(
                "Readers and writers of the other partitions go on",
                detach(moment.shown(parent), table) + " CONCURRENTLY");
    if (stays) {
      leftCheck(moment, parent, partition)
          .ifPresent(
              check ->
                  steps.own(
                      "CONCURRENTLY leaves a check of the old bound behind",
                      "ALTER TABLE " + table + " DROP CONSTRAINT IF EXISTS " + check));
    }
    return steps;
  }

  /** The check that {@code DetachAddConstraintIfNeeded} makes: for a range or list, not a hash. */
  private static Optional<String> leftCheck(
      Moment moment, RelationName parent, RelationName partition) {
    return moment
        .outline()
        .table(parent)
        .flatMap(TableOutline::partitionKey)
        .filter(key -> !key.strategy().equals("hash"))
        .map(key -> key.columns().size() == 1 && !key.expressions() ? key.columns().get(0) : "")
        .map(column -> RelationName.quoted(Target.joined(partition.name(), column, "check")));
  }

  private static String detach(String parent, String partition) {
    return "ALTER TABLE " + parent + " DETACH PARTITION " + partition;
  }
}
