package io.liftlock.postgres.obstacle;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.postgres.link.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What stands in the way of rows, in the order in which it is taken away: triggers and rules, then
 * foreign keys, then the indexes that these refer to. Everything that is taken away can be brought
 * back by whoever owns the tables; what this role could not bring back, or not just as it was, is
 * left where it is.
 */
public final class Obstacles {

  private final Link link;

  /**
   * @param link with an empty search path, so that definitions name every schema
   */
  public Obstacles(Link link) {
    this.link = link;
  }

  /** What stands in the way of these tables' rows. */
  public List<Suspension> of(Collection<ObjectId> tables) {
    List<Suspension> found = new ArrayList<>();
    if (!tables.isEmpty()) {
      LoadedTables loaded = LoadedTables.find(link, tables);
      found.addAll(new TriggerObstacles(link, loaded).find());
      KeyObstacles keys = new KeyObstacles(link, loaded);
      found.addAll(keys.find());
      found.addAll(new IndexObstacles(link, loaded, keys.taken()).find());
    }
    return found;
  }
}
