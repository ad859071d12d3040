package io.liftlock.sqlite.grammar;

import io.liftlock.core.sql.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes a condition apart at its ANDs, by its tokens. */
final class Conditions {

  private final Scan scan;
  private final Tokens tokens;
  private final List<int[]> parts = new ArrayList<>();

  /** The tokens from an index on, up to another, which are one expression. */
  Conditions(Scan scan, int from, int to) {
    this.scan = scan;
    this.tokens = scan.tokens();
    split(from, to);
  }

  /** What AND joins at the top, with single blanks where blanks or comments stand. */
  List<String> conjuncts() {
    return parts.stream().map(part -> normalised(part[0], part[1])).toList();
  }

  /** The columns of conjuncts of the form {@code c IS NOT NULL}. */
  Set<String> notNull() {
    Set<String> columns = new LinkedHashSet<>();
    for (int[] part : parts) {
      int behind = tokens.behindName(part[0]);
      int rest = part[1] - behind;
      boolean proves =
          (tokens.areWords(behind, "is", "not", "null") && rest == 3)
              || (tokens.areWords(behind, "not", "null") && rest == 2)
              || (tokens.isWord(behind, "notnull") && rest == 1);
      if (proves) {
        columns.add(
            tokens.isQuotedName(behind - 1)
                ? tokens.plainName(behind - 1)
                : tokens.written(behind - 1));
      }
    }
    return columns;
  }

  private void split(int start, int stop) {
    int from = start;
    int to = stop;
    while (tokens.isSign(from, "(") && tokens.behindParens(from) == to && to - from > 2) {
      from++;
      to--;
    }
    List<Integer> ands = new ArrayList<>();
    boolean between = false;
    int cases = 0;
    for (int i = from; i < to; i++) {
      if (tokens.isSign(i, "(")) {
        i = tokens.behindParens(i) - 1;
        continue;
      }
      String word = tokens.word(i);
      cases += word.equals("case") ? 1 : word.equals("end") && cases > 0 ? -1 : 0;
      boolean top = cases == 0;
      if (top && word.equals("or")) {
        parts.add(new int[] {from, to});
        return;
      }
      if (top && word.equals("and") && !between) {
        ands.add(i);
      }
      between = top && (word.equals("between") || (between && !word.equals("and")));
    }
    if (ands.isEmpty()) {
      parts.add(new int[] {from, to});
      return;
    }
    int begin = from;
    for (int and : ands) {
      split(begin, and);
      begin = and + 1;
    }
    split(begin, to);
  }

  private String normalised(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i > from && tokens.isApart(i) ? " " : "").append(scan.text(i, i + 1));
    }
    return text.toString();
  }
}
