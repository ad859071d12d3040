package io.liftlock.engine.model;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.report.Deviation;
import io.liftlock.core.report.Drift;
import io.liftlock.core.schema.Ignored;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out how a database differs from what it should be. Pure. */
public final class DriftFinder {

  private final List<Ignored> rules;
  private final Attribution attribution;

  /**
   * @param rules what does not count; the first that fits is told
   * @param attribution who touched what
   */
  public DriftFinder(List<Ignored> rules, Attribution attribution) {
    this.rules = rules;
    this.attribution = attribution;
  }

  /**
   * Compares.
   *
   * @param expected what should be
   * @param actual what is
   */
  public Drift find(Schema expected, Schema actual) {
    SchemaDiff all = SchemaDiff.between(expected, actual);
    Map<Change, Ignored> ignored = new LinkedHashMap<>();
    for (Change change : all.changes()) {
      rule(change.object()).ifPresent(rule -> ignored.put(change, rule));
    }
    // As if what is ignored were as it should be.
    SchemaDiff counting = ignored.isEmpty() ? all : all.without(ignored.keySet());
    List<Deviation> deviations =
        counting.changes().stream()
            .map(change -> new Deviation(change, attribution.of(change.object())))
            .toList();
    List<ObjectId> reordered =
        counting.reordered().stream().filter(id -> rule(id).isEmpty()).toList();
    return new Drift(
        new SchemaDiff(counting.from(), counting.to(), counting.changes(), reordered),
        deviations,
        ignored);
  }

  private Optional<Ignored> rule(ObjectId id) {
    return rules.stream().filter(rule -> rule.matches(id)).findFirst();
  }
}
