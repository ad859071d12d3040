package io.liftlock.core.sql;

import io.liftlock.core.sql.Touched.Effect;
import java.util.List;
import java.util.Set;

/** Reads which columns and constraints of one table a statement touches. */
final class TableParts {

  /** Words that begin an element of a table that is no column. */
  private static final Set<String> NO_COLUMN =
      Set.of("constraint", "primary", "unique", "check", "foreign", "exclude", "like");

  private final Tokens tokens;
  private final List<String> table;
  private final List<Touched> found;

  TableParts(Tokens tokens, List<String> table, List<Touched> found) {
    this.tokens = tokens;
    this.table = table;
    this.found = found;
  }

  /**
   * Reads the elements of CREATE TABLE.
   *
   * @param behind the index behind the elements, or behind the name where there are none
   */
  void created(int behind) {
    int begin = behind - 1;
    int depth = 0;
    for (; begin >= 0; begin--) {
      if (tokens.get(begin).kind() == Lexer.Kind.RIGHT_PAREN) {
        depth++;
      } else if (tokens.get(begin).kind() == Lexer.Kind.LEFT_PAREN && --depth == 0) {
        break;
      } else if (depth == 0) {
        return;
      }
    }
    boolean first = true;
    for (int i = begin + 1; i < behind - 1; i++) {
      if (first && tokens.isName(i) && !NO_COLUMN.contains(tokens.word(i))) {
        add("column", i);
      }
      if (tokens.isWord(i, "constraint")) {
        add("constraint", i + 1);
      }
      first = tokens.isSign(i, ",");
      i = Math.max(i, tokens.behindParens(i) - 1);
    }
  }

  /**
   * Reads the actions of ALTER TABLE.
   *
   * @param from the index of the first action
   */
  void altered(int from) {
    boolean first = true;
    for (int i = from; i < tokens.size(); i++) {
      if (first) {
        action(i);
      } else if (tokens.isWord(i, "constraint")) {
        add("constraint", i + 1);
      }
      first = tokens.isSign(i, ",");
      i = Math.max(i, tokens.behindParens(i) - 1);
    }
  }

  private void action(int at) {
    switch (tokens.word(at)) {
      case "add", "drop", "alter", "rename", "validate" -> {
        int name = at + 1;
        String kind = "column";
        if (tokens.isWord(name, "constraint")) {
          kind = "constraint";
          name++;
        } else if (tokens.isWord(name, "column")) {
          name++;
        }
        name = tokens.behindIfExists(name);
        boolean unnamed =
            kind.equals("column")
                && (NO_COLUMN.contains(tokens.word(name)) || tokens.isWord(name, "to"));
        if (!unnamed) {
          add(kind, name);
          if (tokens.isWord(at, "rename") && tokens.isWord(name + 1, "to")) {
            add(kind, name + 2);
          }
        }
      }
      default -> {
        // About the table as a whole.
      }
    }
  }

  private void add(String kind, int name) {
    if (tokens.isName(name)) {
      found.add(new Touched(kind, List.of(tokens.plainName(name)), table, Effect.DEFINITION));
    }
  }
}
