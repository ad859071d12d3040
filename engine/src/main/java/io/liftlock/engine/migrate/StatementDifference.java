package io.liftlock.engine.migrate;

import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.sql.Script;
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

  /** What happened to a statement. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * The statements of a file that are not as they ran, by the longest common subsequence of their
   * hashes (Hunt and McIlroy, "An Algorithm for Differential File Comparison", 1976).
   */
  static List<StatementDifference> between(List<StatementRecord> recorded, Script script) {
    List<Statement> now = script.stream().toList();
    // What is equal at both ends needs no table; that keeps it small for long scripts.
    int head = 0;
    while (head < Math.min(recorded.size(), now.size())
        && recorded.get(head).hash().equals(now.get(head).hash())) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(recorded.size(), now.size()) - head
        && recorded
            .get(recorded.size() - 1 - tail)
            .hash()
            .equals(now.get(now.size() - 1 - tail).hash())) {
      tail++;
    }
    return inTheMiddle(
        recorded.subList(head, recorded.size() - tail), now.subList(head, now.size() - tail), head);
  }

  private static List<StatementDifference> inTheMiddle(
      List<StatementRecord> recorded, List<Statement> now, int offset) {
    int[][] length = new int[recorded.size() + 1][now.size() + 1];
    for (int i = recorded.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        length[i][j] =
            recorded.get(i).hash().equals(now.get(j).hash())
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    List<StatementDifference> differences = new ArrayList<>();
    List<StatementRecord> gone = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < recorded.size() || j < now.size()) {
      if (i < recorded.size()
          && j < now.size()
          && recorded.get(i).hash().equals(now.get(j).hash())) {
        flush(gone, differences);
        i++;
        j++;
      } else if (j == now.size() || (i < recorded.size() && length[i + 1][j] >= length[i][j + 1])) {
        gone.add(recorded.get(i));
        i++;
      } else {
        // A statement that takes the place of one that is gone was changed.
        StatementRecord before = gone.isEmpty() ? null : gone.remove(0);
        differences.add(
            new StatementDifference(
                offset + j + 1,
                before == null ? null : before.text(),
                now.get(j),
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
