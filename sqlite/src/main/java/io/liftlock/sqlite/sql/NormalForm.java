package io.liftlock.sqlite.sql;

import io.liftlock.core.sql.Tokens;
import java.util.Locale;
import java.util.Set;

/**
 * A piece of SQL in the form in which it is compared and printed: its tokens with one way to part
 * them. Comments, white space and the case of keywords do not count, nor does it count whether a
 * known name stands in quotes: {@code ALTER TABLE … RENAME} puts it there.
 */
public final class NormalForm {

  /** Keywords behind which a parenthesis follows as behind the name of a function. */
  private static final Set<String> LIKE_FUNCTIONS = Set.of("CAST", "RAISE");

  private static final Set<String> BUILT_IN = Set.of("BINARY", "NOCASE", "RTRIM");

  private final Tokens tokens;
  private final Set<String> known;

  /**
   * @param tokens what is written
   * @param known folded names of tables and columns that occur. In double quotes SQLite takes any
   *     other name for a string
   */
  public NormalForm(Tokens tokens, Set<String> known) {
    this.tokens = tokens;
    this.known = known;
  }

  /** The tokens from an index on, up to another. */
  public String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from && isApart(i, from)) {
        text.append(' ');
      }
      text.append(token(i));
    }
    return text.toString();
  }

  /** The token at an index. */
  String token(int index) {
    if (tokens.isQuotedName(index)) {
      String written = tokens.written(index);
      String name = tokens.plainName(index);
      boolean string = written.startsWith("\"") && !known.contains(Folded.name(name));
      return string ? written : Quoted.name(name);
    }
    if (tokens.isWord(index - 1, "collate")) {
      return collation(tokens.written(index));
    }
    boolean truth = tokens.isWord(index, "true") || tokens.isWord(index, "false");
    return isKeyword(index) || (truth && !known.contains(tokens.word(index)))
        ? tokens.word(index).toUpperCase(Locale.ROOT)
        : tokens.written(index);
  }

  /** A collation's name; those that SQLite brings along in capitals. */
  static String collation(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return BUILT_IN.contains(upper) ? upper : name;
  }

  private boolean isKeyword(int index) {
    String word = tokens.word(index);
    return !word.isEmpty() && Keywords.has(word) && !known.contains(word);
  }

  private boolean isApart(int index, int from) {
    int before = index - 1;
    if (tokens.isSign(index, ",")
        || tokens.isSign(index, ";")
        || tokens.isSign(index, ")")
        || tokens.isSign(index, ".")
        || tokens.isSign(before, "(")
        || tokens.isSign(before, ".")) {
      return false;
    }
    if (tokens.isSign(index, "(")) {
      return !tokens.isName(before)
          || (isKeyword(before)
              && !LIKE_FUNCTIONS.contains(tokens.word(before).toUpperCase(Locale.ROOT)));
    }
    // Two minus signs side by side would begin a comment.
    return !isSignOfOperand(before, from) || tokens.isSign(index, "-");
  }

  /** Whether a plus or minus belongs to what stands behind it alone. */
  private boolean isSignOfOperand(int index, int from) {
    boolean sign =
        tokens.isSign(index, "-") || tokens.isSign(index, "+") || tokens.isSign(index, "~");
    if (!sign) {
      return false;
    }
    int before = index - 1;
    boolean operand =
        before >= from
            && (tokens.isNumber(before)
                || tokens.isString(before)
                || tokens.isSign(before, ")")
                || (tokens.isName(before) && !isKeyword(before))
                || tokens.isWord(before, "null")
                || tokens.isWord(before, "end")
                || tokens.word(before).startsWith("current_"));
    return !operand;
  }
}
