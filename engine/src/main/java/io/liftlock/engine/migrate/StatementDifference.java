package io.liftlock.engine.migrate;

import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Step;
import io.liftlock.core.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement that is not as it ran.
 *
 * @param ordinal 1-based place, in the file where it is there, else in what ran
 * @param recorded what ran, or null where nothing did or its text was not stored
 * @param now what the file says, or null where it is gone
 * @param kind what happened to it
 */
public record StatementDifference(
    int ordinal, @Nullable String recorded, @Nullable Statement now, Kind kind) {

  /** Above this many pairs, what lies between equal ends counts as replaced as a whole. */
  private static final int LARGEST_TABLE = 4_000_000;

  /** What happened to a statement. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * The statements of a file that are not as they ran, by the longest common subsequence of their
   * hashes (Hunt and McIlroy, "An Algorithm for Differential File Comparison", 1976).
   *
   * @param recorded what ran, by ordinal
   * @param now what would be remembered if the file ran now
   */
  static List<StatementDifference> between(List<StatementRecord> recorded, List<Step> now) {
    // What is equal at both ends needs no table; that keeps it small for long scripts.
    int head = 0;
    while (head < Math.min(recorded.size(), now.size())
        && isSame(recorded.get(head), now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(recorded.size(), now.size()) - head
        && isSame(recorded.get(recorded.size() - 1 - tail), now.get(now.size() - 1 - tail))) {
      tail++;
    }
    return inTheMiddle(
        recorded.subList(head, recorded.size() - tail), now.subList(head, now.size() - tail));
  }

  private static boolean isSame(StatementRecord before, Step now) {
    return before.hash().equals(now.statement().hash());
  }

  /** For each pair of places, how long the longest common subsequence behind them is. */
  private static int[][] lengths(List<StatementRecord> recorded, List<Step> now) {
    int[][] length = new int[recorded.size() + 1][now.size() + 1];
    for (int i = recorded.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        length[i][j] =
            isSame(recorded.get(i), now.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }

  private static List<StatementDifference> inTheMiddle(
      List<StatementRecord> recorded, List<Step> now) {
    boolean comparable = (long) recorded.size() * now.size() <= LARGEST_TABLE;
    int[][] length = comparable ? lengths(recorded, now) : new int[0][];
    List<StatementDifference> differences = new ArrayList<>();
    List<StatementRecord> gone = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < recorded.size() || j < now.size()) {
      boolean both = i < recorded.size() && j < now.size();
      if (comparable && both && isSame(recorded.get(i), now.get(j))) {
        flush(gone, differences);
        i++;
        j++;
      } else if (j == now.size()
          || (both && (!comparable || length[i + 1][j] >= length[i][j + 1]))) {
        gone.add(recorded.get(i));
        i++;
      } else {
        // A statement that takes the place of one that is gone was changed.
        StatementRecord before = gone.isEmpty() ? null : gone.remove(0);
        differences.add(
            new StatementDifference(
                now.get(j).ordinal(),
                before == null ? null : before.text(),
                now.get(j).statement(),
                before == null ? Kind.ADDED : Kind.CHANGED));
        j++;
      }
    }
    flush(gone, differences);
    return differences;
  }

  private static void flush(List<StatementRecord> gone, List<StatementDifference> differences) {
    for (StatementRecord before : gone) {
      differences.add(new StatementDifference(before.ordinal(), before.text(), null, Kind.REMOVED));
    }
    gone.clear();
  }
}
