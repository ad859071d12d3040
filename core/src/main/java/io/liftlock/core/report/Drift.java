package io.liftlock.core.report;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.schema.Ignored;
import io.liftlock.core.schema.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a database differs from what it should be.
 *
 * @param diff what differs and counts, from what should be to what is; that columns stand in
 *     another order counts, too
 * @param deviations each difference with the migration that touched the object last
 * @param ignored differences that do not count, with the rule that says so
 */
public record Drift(SchemaDiff diff, List<Deviation> deviations, Map<Change, Ignored> ignored) {

  /** Copies the collections. */
  public Drift {
    deviations = List.copyOf(deviations);
    ignored = Map.copyOf(ignored);
  }

  /** Whether the database is as it should be. */
  public boolean isNone() {
    return deviations.isEmpty() && diff.reordered().isEmpty();
  }

  /** The same, only for some objects and their parts. */
  public Drift only(Set<ObjectId> wholes) {
    List<Deviation> kept =
        deviations.stream().filter(deviation -> isOf(deviation.change().object(), wholes)).toList();
    return new Drift(
        new SchemaDiff(
            diff.from(),
            diff.to(),
            kept.stream().map(Deviation::change).toList(),
            diff.reordered().stream().filter(wholes::contains).toList()),
        kept,
        ignored);
  }

  private static boolean isOf(ObjectId id, Set<ObjectId> wholes) {
    return wholes.contains(id) || wholes.stream().anyMatch(id::isPartOf);
  }
}
