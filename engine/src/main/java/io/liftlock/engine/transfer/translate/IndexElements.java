package io.liftlock.engine.transfer.translate;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/** What a CREATE INDEX says of each part of its key. */
final class IndexElements {

  /**
   * One part of a key.
   *
   * @param descending whether the greatest comes first
   * @param collation the collation that is said; empty for none
   */
  record Element(boolean descending, String collation) {}

  private IndexElements() {}

  /** The parts in order, of either dialect's definition. */
  static List<Element> of(Dialect dialect, String definition) {
    Tokens tokens = Tokens.of(dialect, definition);
    int open = tokens.find(0, "on") + 1;
    while (open < tokens.size() && !tokens.isSign(open, "(")) {
      open++;
    }
    int end = tokens.behindParens(open) - 1;
    List<Element> elements = new ArrayList<>();
    boolean descending = false;
    String collation = "";
    for (int i = open + 1; i <= end; i++) {
      if (i == end || tokens.isSign(i, ",")) {
        elements.add(new Element(descending, collation));
        descending = false;
        collation = "";
      } else if (tokens.isSign(i, "(")) {
        i = tokens.behindParens(i) - 1;
      } else if (tokens.isWord(i, "desc")) {
        descending = true;
      } else if (tokens.isWord(i, "collate")) {
        collation = tokens.plainName(i + 1);
      }
    }
    return List.copyOf(elements);
  }
}
