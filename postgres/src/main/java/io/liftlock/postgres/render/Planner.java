package io.liftlock.postgres.render;

import io.liftlock.core.change.ChangeOrder;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Decides what is done with which object, and in which order. The order follows from what the
 * objects of both schemas stand on: dependents go before what they use and come behind it, names
 * are free before they are taken, and what is changed has nothing in its way.
 *
 * <p>Parts go and come with their whole in one statement. Where that closes a circle (two tables
 * with foreign keys to each other, a default that calls a function of the table), the part that
 * closes it gets a statement of its own; and where an ALTER closes it, the object is replaced.
 */
final class Planner {

  private final SchemaDiff diff;
  private final Passage passage;
  private final Set<ObjectId> forced = new HashSet<>();

  Planner(SchemaDiff diff, Passage passage) {
    this.diff = diff;
    this.passage = passage;
  }

  /**
   * What was decided.
   *
   * @param work what is done
   * @param folding what is done in the statement of something else
   * @param steps in order
   */
  record Plan(Work work, Folding folding, List<Step> steps) {}

  /**
   * Plans the way.
   *
   * @throws StateError CHANGE_IMPOSSIBLE where objects stand on each other so that no order works
   */
  Plan plan() {
    Work work = Work.of(diff, passage, forced);
    Folding folding = new Folding(passage, work);
    while (true) {
      ChangeOrder.Order<Step> order = StepGraph.of(passage, work, folding).sort();
      if (order.knots().isEmpty()) {
        return new Plan(work, folding, order.steps());
      }
      boolean opened = false;
      for (SortedSet<Step> knot : order.knots()) {
        opened |= folding.unfold(knot);
      }
      if (!opened) {
        replaceOneOf(order.knots());
        work = Work.of(diff, passage, forced);
        folding = new Folding(passage, work);
      }
    }
  }

  private void replaceOneOf(List<SortedSet<Step>> knots) {
    for (SortedSet<Step> knot : knots) {
      for (Step step : knot) {
        if (step.action() == Step.Action.ALTER
            && !isDear(step.object())
            && forced.add(step.object())) {
          return;
        }
      }
    }
    throw new StateError(
        Problem.error(
            ErrorCode.CHANGE_IMPOSSIBLE,
            "these objects stand on each other so that no order of statements works: "
                + knots.get(0).stream()
                    .map(step -> step.object().toString())
                    .distinct()
                    .collect(Collectors.joining(", "))));
  }

  /** Whether making it anew would lose rows, or take long. */
  private static boolean isDear(ObjectId id) {
    return switch (id.kind()) {
      case TABLE, FOREIGN_TABLE, COLUMN, CONSTRAINT, INDEX, SEQUENCE, SCHEMA, EXTENSION -> true;
      default -> false;
    };
  }
}
