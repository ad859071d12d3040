package io.liftlock.engine.model;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.schema.Ignored;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a database differs from what it should be. Pure.
 *
 * @param diff what differs and counts, from what should be to what is
 * @param deviations each difference with the migration that touched the object last
 * @param ignored differences that do not count, with the rule that says so
 */
public record Drift(SchemaDiff diff, List<Deviation> deviations, Map<Change, Ignored> ignored) {

  /** Copies the collections. */
  public Drift {
    deviations = List.copyOf(deviations);
    ignored = Map.copyOf(ignored);
  }

  /**
   * Compares. That columns stand in another order counts, too, and is told by {@link
   * SchemaDiff#reordered()}.
   *
   * @param expected what should be
   * @param actual what is
   * @param rules what does not count
   * @param attribution who touched what
   */
  public static Drift between(
      Schema expected, Schema actual, List<Ignored> rules, Attribution attribution) {
    SchemaDiff all = SchemaDiff.between(expected, actual);
    Map<Change, Ignored> ignored = new LinkedHashMap<>();
    for (Change change : all.changes()) {
      rule(rules, change.object()).ifPresent(rule -> ignored.put(change, rule));
    }
    SchemaDiff counting = ignored.isEmpty() ? all : without(all, ignored.keySet());
    List<Deviation> deviations = new ArrayList<>();
    for (Change change : counting.changes()) {
      deviations.add(new Deviation(change, attribution.of(change.object())));
    }
    List<ObjectId> reordered =
        counting.reordered().stream().filter(id -> rule(rules, id).isEmpty()).toList();
    return new Drift(
        new SchemaDiff(counting.from(), counting.to(), counting.changes(), reordered),
        deviations,
        ignored);
  }

  private static Optional<Ignored> rule(List<Ignored> rules, ObjectId id) {
    return rules.stream().filter(rule -> rule.matches(id)).findFirst();
  }

  /**
   * As if what is ignored were as it should be; whatever hangs on it stays as it should be, too.
   */
  private static SchemaDiff without(SchemaDiff all, Set<Change> ignored) {
    return all.without(new LinkedHashSet<>(ignored));
  }

  /** Whether the database is as it should be. */
  public boolean isNone() {
    return deviations.isEmpty() && diff.reordered().isEmpty();
  }

  /** The same, only for one relation and its parts, or any other one object. */
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
