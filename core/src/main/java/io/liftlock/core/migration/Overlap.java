package io.liftlock.core.migration;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.sql.Touched;
import io.liftlock.core.sql.TouchedObjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two migrations on different branches that touch the same object: each was written without the
 * other, so their order matters and nobody has decided it.
 *
 * @param object its name as written, with its schema if one is written
 * @param first the migration on one branch
 * @param second the migration on the other
 */
public record Overlap(String object, Migration first, Migration second) {

  /** What a migration touches, and whether more than its rows. */
  private record Touch(Migration migration, List<String> name, Touched.Effect effect) {

    String key() {
      return migration.database() + " " + name.get(name.size() - 1);
    }

    /** Whether both can mean one object: a missing schema can be any. */
    boolean meets(Touch other) {
      boolean rows = effect == Touched.Effect.ROWS && other.effect == Touched.Effect.ROWS;
      return !rows && (name.size() == 1 || other.name.size() == 1 || name.equals(other.name));
    }
  }

  /**
   * Finds them, per object the first pair of each two heads. Filling rows into the same table on
   * both sides is no overlap, changing it on one side is.
   *
   * @param graph the migrations
   * @param dialects the dialect of each configured database
   */
  public static List<Overlap> of(MigrationGraph graph, Map<String, Dialect> dialects) {
    List<MigrationId> heads = graph.heads();
    List<Overlap> found = new ArrayList<>();
    for (int left = 0; left < heads.size(); left++) {
      for (int right = left + 1; right < heads.size(); right++) {
        between(graph, heads.get(left), heads.get(right), dialects, found);
      }
    }
    return List.copyOf(found);
  }

  private static void between(
      MigrationGraph graph,
      MigrationId left,
      MigrationId right,
      Map<String, Dialect> dialects,
      List<Overlap> found) {
    Map<String, List<Touch>> second = new HashMap<>();
    for (Touch touch : touched(graph, own(graph, right, left), dialects)) {
      second.computeIfAbsent(touch.key(), key -> new ArrayList<>()).add(touch);
    }
    Set<String> told = new HashSet<>();
    for (Touch touch : touched(graph, own(graph, left, right), dialects)) {
      second.getOrDefault(touch.key(), List.of()).stream()
          .filter(touch::meets)
          .findFirst()
          .filter(other -> told.add(touch.key()))
          .ifPresent(
              other ->
                  found.add(
                      new Overlap(
                          String.join(".", touch.name()), touch.migration(), other.migration())));
    }
  }

  /** What only one of two heads stands on, with itself, in order. */
  private static List<MigrationId> own(MigrationGraph graph, MigrationId head, MigrationId other) {
    Set<MigrationId> own = new HashSet<>(graph.ancestors(head));
    own.add(head);
    own.removeAll(graph.ancestors(other));
    return graph.ids().stream().filter(own::contains).toList();
  }

  /** What migrations touch, in order; the parts of a relation count as the relation. */
  private static List<Touch> touched(
      MigrationGraph graph, List<MigrationId> ids, Map<String, Dialect> dialects) {
    List<Touch> touched = new ArrayList<>();
    for (MigrationId id : ids) {
      for (Migration migration : graph.at(id)) {
        Dialect dialect = dialects.getOrDefault(migration.database(), Dialect.POSTGRES);
        for (Statement statement : migration.up()) {
          for (Touched object : TouchedObjects.of(statement, dialect)) {
            if (object.relation().isEmpty() && !object.name().isEmpty()) {
              touched.add(new Touch(migration, object.name(), object.effect()));
            }
          }
        }
      }
    }
    return touched;
  }
}
