package io.liftlock.cli;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts, line by line: what is kept, dropped and added. */
final class LineDiff {

  /** Kept lines that are shown around a difference. */
  private static final int CONTEXT = 2;

  /**
   * A line of the difference.
   *
   * @param sign a space where it is kept, {@code -} where it is dropped, {@code +} where it is
   *     added
   */
  record Line(char sign, String text) {}

  private LineDiff() {}

  /** The lines that differ, each with two lines of what is around it. */
  static List<Line> between(String from, String to) {
    return shortened(whole(from.lines().toList(), to.lines().toList()));
  }

  /** By the longest common subsequence: the fewest lines that have to be dropped and added. */
  private static List<Line> whole(List<String> from, List<String> to) {
    int[][] common = new int[from.size() + 1][to.size() + 1];
    for (int i = from.size() - 1; i >= 0; i--) {
      for (int j = to.size() - 1; j >= 0; j--) {
        common[i][j] =
            from.get(i).equals(to.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < from.size() || j < to.size()) {
      if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
        lines.add(new Line(' ', from.get(i)));
        i++;
        j++;
      } else if (j == to.size() || (i < from.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line('-', from.get(i++)));
      } else {
        lines.add(new Line('+', to.get(j++)));
      }
    }
    return lines;
  }

  private static List<Line> shortened(List<Line> lines) {
    List<Line> kept = new ArrayList<>();
    boolean left = false;
    for (int at = 0; at < lines.size(); at++) {
      int begin = Math.max(0, at - CONTEXT);
      int end = Math.min(lines.size(), at + CONTEXT + 1);
      if (lines.subList(begin, end).stream().anyMatch(near -> near.sign() != ' ')) {
        kept.add(lines.get(at));
        left = false;
      } else if (!left) {
        kept.add(new Line(' ', "…"));
        left = true;
      }
    }
    return kept;
  }
}
