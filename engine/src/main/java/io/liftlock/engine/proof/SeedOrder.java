package io.liftlock.engine.proof;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which tables are filled: those that are referred to first. Tables whose foreign keys
 * form a ring are one group, filled in one transaction. The groups are the strongly connected
 * components of the tables, found by Tarjan's algorithm (Depth-first search and linear graph
 * algorithms, SIAM J. Comput. 1, 1972).
 */
final class SeedOrder {

  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<List<Table>> groups = new ArrayList<>();

  private SeedOrder(List<Table> all) {
    all.forEach(table -> tables.put(table.id().qualified(), table));
  }

  /** The groups, each behind all that it refers to. */
  static List<List<Table>> of(List<Table> tables) {
    SeedOrder order = new SeedOrder(tables);
    order.tables.keySet().forEach(order::visit);
    return List.copyOf(order.groups);
  }

  /** A place on the way down: where it is, and which of its edges comes next. */
  private static final class Place {
    private final String name;
    private final List<String> edges;
    private int next;

    Place(String name, List<String> edges) {
      this.name = name;
      this.edges = edges;
    }
  }

  /** Without recursion, since a chain of foreign keys may be as long as there are tables. */
  private void visit(String start) {
    if (numbers.containsKey(start)) {
      return;
    }
    Deque<Place> way = new ArrayDeque<>();
    way.push(enter(start));
    while (!way.isEmpty()) {
      Place place = way.element();
      if (place.next < place.edges.size()) {
        String to = place.edges.get(place.next++);
        if (!numbers.containsKey(to)) {
          way.push(enter(to));
        } else if (open.contains(to)) {
          lowest.merge(place.name, number(to), Math::min);
        }
      } else {
        way.pop();
        if (!way.isEmpty()) {
          lowest.merge(way.element().name, low(place.name), Math::min);
        }
        if (low(place.name) == number(place.name)) {
          groups.add(group(place.name));
        }
      }
    }
  }

  private Place enter(String name) {
    numbers.put(name, numbers.size());
    lowest.put(name, number(name));
    open.push(name);
    Table table = tables.get(name);
    List<String> edges =
        table == null
            ? List.of()
            : table.foreignKeys().stream()
                .flatMap(key -> key.references().stream())
                .filter(to -> !to.equals(name) && tables.containsKey(to))
                .toList();
    return new Place(name, edges);
  }

  private int number(String name) {
    return numbers.getOrDefault(name, Integer.MAX_VALUE);
  }

  private int low(String name) {
    return lowest.getOrDefault(name, Integer.MAX_VALUE);
  }

  private List<Table> group(String root) {
    List<Table> group = new ArrayList<>();
    String name;
    do {
      name = open.pop();
      Table table = tables.get(name);
      if (table != null) {
        group.add(table);
      }
    } while (!name.equals(root));
    // Those with the fewest keys that must be filled at once come first.
    group.sort(Comparator.comparingLong(SeedOrder::required).thenComparing(table -> table.id()));
    return List.copyOf(group);
  }

  private static long required(Table table) {
    return table.foreignKeys().stream().filter(key -> isRequired(table, key)).count();
  }

  /** Whether a row must refer to another one as soon as it is written. */
  static boolean isRequired(Table table, Constraint key) {
    return key.columns().stream()
        .allMatch(name -> table.column(name).map(column -> !column.nullable()).orElse(true));
  }
}
