package io.liftlock.engine.safety;

import io.liftlock.core.sql.RelationName;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A set of names that never changes, of which larger ones are made without copying it: a run of a
 * thousand migrations has as many of them. Only the largest can be added to.
 */
final class FreshNames extends AbstractSet<RelationName> {

  private final Map<RelationName, Integer> places;
  private final List<RelationName> order;
  private final int size;

  private FreshNames(Map<RelationName, Integer> places, List<RelationName> order, int size) {
    this.places = places;
    this.order = order;
    this.size = size;
  }

  /** Without any name. */
  static FreshNames none() {
    return new FreshNames(new HashMap<>(), new ArrayList<>(), 0);
  }

  /** The same with one name more; asked of the largest alone. */
  FreshNames and(RelationName name) {
    if (order.size() != size) {
      throw new IllegalStateException("a larger set has been made of this one");
    }
    if (places.putIfAbsent(name, size) != null) {
      return this;
    }
    order.add(name);
    return new FreshNames(places, order, size + 1);
  }

  @Override
  public boolean contains(@Nullable Object name) {
    Integer place = places.get(name);
    return place != null && place < size;
  }

  @Override
  public Iterator<RelationName> iterator() {
    return IntStream.range(0, size).mapToObj(order::get).iterator();
  }

  @Override
  public int size() {
    return size;
  }
}
