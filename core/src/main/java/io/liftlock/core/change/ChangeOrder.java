package io.liftlock.core.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Steps, what each has to wait for, and an order in which that holds. Among the steps that could
 * come next, the one that is first by nature does, so that the same steps give the same order.
 *
 * <p>The order is that of Kahn (Topological sorting of large networks, CACM 5/11, 1962); what is
 * left over is taken apart by Tarjan's strongly connected components.
 *
 * @param <S> a step; its natural order says what people would do first
 */
public final class ChangeOrder<S extends Comparable<? super S>> {

  private final Map<S, Set<S>> waiting = new TreeMap<>();
  private final Map<S, Set<S>> wishes = new HashMap<>();

  /** Adds a step; nothing happens where it is there. */
  public void add(S step) {
    waiting.computeIfAbsent(step, key -> new TreeSet<>());
  }

  /** One step has to come before another; both are added. */
  public void require(S first, S then) {
    add(first);
    add(then);
    if (!first.equals(then)) {
      waiting.computeIfAbsent(then, key -> new TreeSet<>()).add(first);
    }
  }

  /** One step should come before another, unless that makes a cycle; both are added. */
  public void prefer(S first, S then) {
    add(first);
    add(then);
    if (!first.equals(then)) {
      wishes.computeIfAbsent(then, key -> new HashSet<>()).add(first);
    }
  }

  /** Puts the steps in order. */
  public Order<S> sort() {
    Map<S, Set<S>> edges = new HashMap<>();
    waiting.forEach(
        (step, before) -> {
          Set<S> all = new HashSet<>(before);
          all.addAll(wishes.getOrDefault(step, Set.of()));
          edges.put(step, all);
        });
    // Wishes that lie within a cycle are given up, and only those.
    for (SortedSet<S> knot : knots(edges)) {
      for (S step : knot) {
        edges
            .getOrDefault(step, Set.of())
            .removeIf(before -> knot.contains(before) && !requires(step, before));
      }
    }
    List<SortedSet<S>> knots = knots(edges);
    return new Order<>(knots.isEmpty() ? kahn(edges) : List.of(), knots);
  }

  private boolean requires(S step, S before) {
    return waiting.getOrDefault(step, Set.of()).contains(before);
  }

  private List<S> kahn(Map<S, Set<S>> edges) {
    Map<S, List<S>> followers = new HashMap<>();
    Map<S, Integer> open = new HashMap<>();
    PriorityQueue<S> ready = new PriorityQueue<>();
    edges.forEach(
        (step, before) -> {
          open.put(step, before.size());
          before.forEach(b -> followers.computeIfAbsent(b, key -> new ArrayList<>()).add(step));
          if (before.isEmpty()) {
            ready.add(step);
          }
        });
    List<S> order = new ArrayList<>(edges.size());
    for (S next = ready.poll(); next != null; next = ready.poll()) {
      order.add(next);
      for (S follower : followers.getOrDefault(next, List.of())) {
        if (open.merge(follower, -1, Integer::sum) == 0) {
          ready.add(follower);
        }
      }
    }
    return order;
  }

  /** The strongly connected components of more than one step. */
  private List<SortedSet<S>> knots(Map<S, Set<S>> edges) {
    return new Components<>(edges).find(waiting.keySet());
  }

  /**
   * What came out.
   *
   * @param steps all steps in order; empty where there is a knot
   * @param knots steps that wait for each other in a circle; nobody can order them
   */
  public record Order<S>(List<S> steps, List<SortedSet<S>> knots) {

    /** Copies the lists. */
    public Order {
      steps = List.copyOf(steps);
      knots = List.copyOf(knots);
    }
  }

  /** Tarjan's algorithm without recursion, since a chain of steps may be long. */
  private static final class Components<S extends Comparable<? super S>> {

    private final Map<S, Set<S>> edges;
    private final Map<S, Integer> index = new HashMap<>();
    private final Map<S, Integer> low = new HashMap<>();
    private final Deque<S> path = new ArrayDeque<>();
    private final Set<S> onPath = new HashSet<>();
    private final List<SortedSet<S>> found = new ArrayList<>();

    Components(Map<S, Set<S>> edges) {
      this.edges = edges;
    }

    List<SortedSet<S>> find(Iterable<S> steps) {
      for (S step : steps) {
        if (!index.containsKey(step)) {
          walk(step);
        }
      }
      return found;
    }

    private void walk(S root) {
      Deque<Visit<S>> visits = new ArrayDeque<>();
      visits.push(enter(root));
      while (!visits.isEmpty()) {
        Visit<S> visit = visits.element();
        if (!visit.rest.isEmpty()) {
          S next = visit.rest.remove();
          if (!index.containsKey(next)) {
            visits.push(enter(next));
          } else if (onPath.contains(next)) {
            low.merge(visit.step, number(index, next), Math::min);
          }
          continue;
        }
        visits.pop();
        if (!visits.isEmpty()) {
          low.merge(visits.element().step, number(low, visit.step), Math::min);
        }
        if (number(low, visit.step) == number(index, visit.step)) {
          collect(visit.step);
        }
      }
    }

    private static <S> int number(Map<S, Integer> numbers, S step) {
      return numbers.getOrDefault(step, 0);
    }

    private Visit<S> enter(S step) {
      index.put(step, index.size());
      low.put(step, number(index, step));
      path.push(step);
      onPath.add(step);
      return new Visit<>(
          step, new ArrayDeque<>(new TreeSet<>(edges.getOrDefault(step, Collections.emptySet()))));
    }

    private void collect(S root) {
      SortedSet<S> component = new TreeSet<>();
      S step;
      do {
        step = path.pop();
        onPath.remove(step);
        component.add(step);
      } while (!step.equals(root));
      if (component.size() > 1) {
        found.add(component);
      }
    }

    private record Visit<S>(S step, Deque<S> rest) {}
  }
}
