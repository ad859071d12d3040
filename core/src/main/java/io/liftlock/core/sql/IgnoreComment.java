package io.liftlock.core.sql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that says which findings of linting somebody decided to live with: what stands behind
 * {@code Lint-ignore:}.
 *
 * @param text behind the key, with what goes on in the comment lines below
 * @param line 1-based line in the file
 * @param column 1-based column of the comment's text
 */
public record IgnoreComment(String text, int line, int column) {

  private static final Pattern KEY =
      Pattern.compile("(?i)(?:liftlock:\\s*lint[-_ ]?ignores?\\s*:?|lint[-_ ]?ignores?\\s*:)\\s*(.*)");
  private static final Pattern OTHER_KEY = Pattern.compile("[A-Za-z][A-Za-z _-]{0,23}:(?![:/]).*");

  /** The comment that a line begins, if it begins one. */
  public static Optional<IgnoreComment> of(String text, int line, int column) {
    // Most lines are told apart by their first letter.
    if (text.isEmpty() || (text.charAt(0) | 0x20) != 'l') {
      return Optional.empty();
    }
    Matcher matcher = KEY.matcher(text);
    return matcher.matches()
        ? Optional.of(new IgnoreComment(matcher.group(1).strip(), line, column))
        : Optional.empty();
  }

  /** The same with the line below, where that goes on with the text. */
  Optional<IgnoreComment> and(CommentLine next, int lastLine) {
    boolean goesOn =
        next.line() == lastLine + 1
            && !next.text().isEmpty()
            && !OTHER_KEY.matcher(next.text()).matches();
    return goesOn
        ? Optional.of(new IgnoreComment((text + " " + next.text()).strip(), line, column))
        : Optional.empty();
  }
}
