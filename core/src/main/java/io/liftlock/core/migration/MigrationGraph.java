package io.liftlock.core.migration;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All migrations known and what each stands on: a directed acyclic graph. Within a branch each
 * migration stands on the one before it; what a migration names adds edges across. Immutable.
 */
public final class MigrationGraph {

  private final Map<MigrationId, List<Migration>> nodes;
  private final Map<MigrationId, List<MigrationId>> parents;
  private final Map<MigrationId, List<MigrationId>> children;
  private final List<MigrationId> order;
  private final List<Migration> repeatables;

  private MigrationGraph(
      Map<MigrationId, List<Migration>> nodes,
      Map<MigrationId, List<MigrationId>> parents,
      Map<MigrationId, List<MigrationId>> children,
      List<MigrationId> order,
      List<Migration> repeatables) {
    this.nodes = nodes;
    this.parents = parents;
    this.children = children;
    this.order = order;
    this.repeatables = repeatables;
  }

  /**
   * Builds the graph and tells every fault of it: duplicate ids, parents that do not exist, cycles
   * with their path. Where there are faults, the graph holds what could be placed.
   *
   * @param migrations in any order; the same id may occur once per database
   * @param problems collects the faults
   */
  public static MigrationGraph of(Collection<Migration> migrations, Problems problems) {
    Map<MigrationId, List<Migration>> nodes = new TreeMap<>();
    Map<String, Map<MigrationId, Migration>> seen = new HashMap<>();
    List<Migration> repeatables = new ArrayList<>();
    for (Migration migration : migrations) {
      Migration twin =
          seen.computeIfAbsent(migration.database(), name -> new HashMap<>())
              .putIfAbsent(migration.id(), migration);
      if (twin != null) {
        problems.add(duplicate(twin, migration));
      } else if (migration.kind() == Migration.Kind.REPEATABLE) {
        repeatables.add(migration);
      } else {
        nodes.computeIfAbsent(migration.id(), id -> new ArrayList<>(1)).add(migration);
      }
    }
    Map<MigrationId, List<MigrationId>> parents = parents(nodes, problems);
    Map<MigrationId, List<MigrationId>> children = new HashMap<>();
    parents.forEach(
        (id, above) ->
            above.forEach(
                parent -> children.computeIfAbsent(parent, key -> new ArrayList<>(1)).add(id)));
    List<MigrationId> order = order(nodes, parents, children);
    if (order.size() < nodes.size()) {
      problems.addAll(cycles(nodes, parents, new HashSet<>(order)));
    }
    repeatables.sort((left, right) -> left.id().compareTo(right.id()));
    return new MigrationGraph(nodes, parents, children, order, List.copyOf(repeatables));
  }

  private static Problem duplicate(Migration first, Migration second) {
    return Problem.error(
            ErrorCode.MIGRATION_DUPLICATE,
            "two files have the id " + second.id() + ": " + first.file() + " and " + second.file())
        .at(Place.of(second.file()))
        .action("give one of them another number");
  }

  private static Map<MigrationId, List<MigrationId>> parents(
      Map<MigrationId, List<Migration>> nodes, Problems problems) {
    Map<MigrationId, List<MigrationId>> parents = new LinkedHashMap<>();
    Map<String, MigrationId> lastOfBranch = new HashMap<>();
    for (Map.Entry<MigrationId, List<Migration>> node : nodes.entrySet()) {
      MigrationId id = node.getKey();
      Set<MigrationId> above = new LinkedHashSet<>();
      for (Migration migration : node.getValue()) {
        if (migration.lineage() == Migration.Lineage.SEQUENCE) {
          MigrationId previous = lastOfBranch.get(id.branch());
          if (previous != null) {
            above.add(previous);
          }
        }
        for (MigrationId parent : migration.parents()) {
          if (nodes.containsKey(parent)) {
            above.add(parent);
          } else {
            problems.add(
                Problem.error(
                        ErrorCode.PARENT_MISSING,
                        "migration "
                            + migration.title()
                            + " stands on "
                            + parent
                            + ", which does not exist")
                    .at(Place.of(migration.file()))
                    .action("restore that migration, or correct the id"));
          }
        }
      }
      parents.put(id, List.copyOf(above));
      lastOfBranch.put(id.branch(), id);
    }
    return parents;
  }

  /**
   * Kahn's algorithm; among those that are free the smallest id goes first, so the order is stable.
   */
  private static List<MigrationId> order(
      Map<MigrationId, List<Migration>> nodes,
      Map<MigrationId, List<MigrationId>> parents,
      Map<MigrationId, List<MigrationId>> children) {
    Map<MigrationId, Integer> open = new HashMap<>();
    PriorityQueue<MigrationId> free = new PriorityQueue<>();
    for (MigrationId id : nodes.keySet()) {
      int count = parents.getOrDefault(id, List.of()).size();
      open.put(id, count);
      if (count == 0) {
        free.add(id);
      }
    }
    List<MigrationId> order = new ArrayList<>(nodes.size());
    while (!free.isEmpty()) {
      MigrationId id = free.remove();
      order.add(id);
      for (MigrationId child : children.getOrDefault(id, List.of())) {
        if (open.merge(child, -1, Integer::sum) == 0) {
          free.add(child);
        }
      }
    }
    return List.copyOf(order);
  }

  /** One problem per ring that is met on the way up from what could not be placed. */
  private static List<Problem> cycles(
      Map<MigrationId, List<Migration>> nodes,
      Map<MigrationId, List<MigrationId>> parents,
      Set<MigrationId> placed) {
    List<Problem> problems = new ArrayList<>();
    Set<MigrationId> seen = new HashSet<>(placed);
    for (MigrationId start : nodes.keySet()) {
      // Every node that could not be placed has a parent that could not either: walking up ends on
      // this path, which is a ring, or on one that was walked before.
      Set<MigrationId> path = new LinkedHashSet<>();
      MigrationId at = start;
      while (seen.add(at)) {
        path.add(at);
        at =
            parents.getOrDefault(at, List.of()).stream()
                .filter(parent -> !placed.contains(parent))
                .findFirst()
                .orElseThrow();
      }
      if (path.contains(at)) {
        List<MigrationId> ring = new ArrayList<>(path);
        ring = new ArrayList<>(ring.subList(ring.indexOf(at), ring.size()));
        ring.add(at);
        problems.add(cycle(nodes, ring));
      }
    }
    return problems;
  }

  private static Problem cycle(Map<MigrationId, List<Migration>> nodes, List<MigrationId> ring) {
    String file = nodes.getOrDefault(ring.get(0), List.of()).get(0).file();
    return Problem.error(
            ErrorCode.GRAPH_CYCLE,
            "migrations stand on each other in a ring: "
                + ring.stream().map(MigrationId::toString).collect(Collectors.joining(" -> ")))
        .at(Place.of(file))
        .action("remove one of these Depends or parents entries");
  }

  /** Every versioned migration, each behind all it stands on; one id's databases side by side. */
  public List<Migration> order() {
    return order.stream().flatMap(id -> at(id).stream()).toList();
  }

  /** Migrations that run whenever they change, by name. */
  public List<Migration> repeatables() {
    return repeatables;
  }

  /** Every id, each behind all it stands on. */
  public List<MigrationId> ids() {
    return order;
  }

  /** The migrations with an id, one per database; empty where there is none. */
  public List<Migration> at(MigrationId id) {
    return nodes.getOrDefault(id, List.of());
  }

  /** What a migration stands on directly. */
  public List<MigrationId> parents(MigrationId id) {
    return parents.getOrDefault(id, List.of());
  }

  /** What stands on a migration directly. */
  public List<MigrationId> children(MigrationId id) {
    return children.getOrDefault(id, List.of());
  }

  /** Ids that nothing stands on, in order. */
  public List<MigrationId> heads() {
    return order.stream().filter(id -> children(id).isEmpty()).toList();
  }

  /** Ids that stand on nothing, in order. */
  public List<MigrationId> roots() {
    return order.stream().filter(id -> parents(id).isEmpty()).toList();
  }

  /** Everything a migration stands on, itself left out. */
  public Set<MigrationId> ancestors(MigrationId id) {
    return reach(id, parents);
  }

  /** Everything that stands on a migration, itself left out. */
  public Set<MigrationId> descendants(MigrationId id) {
    return reach(id, children);
  }

  private static Set<MigrationId> reach(
      MigrationId from, Map<MigrationId, List<MigrationId>> edges) {
    Set<MigrationId> reached = new LinkedHashSet<>();
    Deque<MigrationId> open = new ArrayDeque<>(edges.getOrDefault(from, List.of()));
    while (!open.isEmpty()) {
      MigrationId id = open.remove();
      if (reached.add(id)) {
        open.addAll(edges.getOrDefault(id, List.of()));
      }
    }
    return reached;
  }
}
