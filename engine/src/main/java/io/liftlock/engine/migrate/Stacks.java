package io.liftlock.engine.migrate;

import io.liftlock.core.migration.History;
import io.liftlock.core.migration.MigrationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The applied migrations of several databases, taken off in the reverse of the order they were
 * applied: each database is a stack, and among the tops the one that stands last in the sequence
 * goes first.
 */
final class Stacks {

  private final List<String> databases = new ArrayList<>();
  private final List<List<History.Applied>> stacks = new ArrayList<>();
  private final Map<MigrationId, Integer> rank;

  /**
   * @param standings of every database
   * @param rank the place of each id in the sequence
   * @param left ids that are never taken back
   */
  Stacks(Collection<Standing> standings, Map<MigrationId, Integer> rank, Set<MigrationId> left) {
    this.rank = rank;
    for (Standing standing : standings) {
      databases.add(standing.database());
      stacks.add(
          new ArrayList<>(
              standing.history().applied().values().stream()
                  .filter(entry -> !left.contains(entry.id()))
                  .toList()));
    }
  }

  /** A migration on top, and whose it is. */
  record Top(String database, History.Applied entry) {}

  /** Takes the next one off; empty where nothing is left. */
  Optional<Top> pop() {
    int best = -1;
    for (int i = 0; i < stacks.size(); i++) {
      if (!stacks.get(i).isEmpty() && (best < 0 || rankOfTop(i) > rankOfTop(best))) {
        best = i;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    List<History.Applied> stack = stacks.get(best);
    return Optional.of(new Top(databases.get(best), stack.remove(stack.size() - 1)));
  }

  /** What has no file stands on top of all: it cannot be ordered, and must be told of. */
  private int rankOfTop(int index) {
    List<History.Applied> stack = stacks.get(index);
    return rank.getOrDefault(stack.get(stack.size() - 1).id(), Integer.MAX_VALUE);
  }
}
