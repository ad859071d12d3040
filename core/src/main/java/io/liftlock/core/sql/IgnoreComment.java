package io.liftlock.core.sql;

import io.liftlock.core.error.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that says which findings of linting somebody decided to live with: what stands behind
 * {@code Lint-ignore:}.
 *
 * @param text behind the key, with what goes on in the comment lines below it
 * @param line 1-based line in the file
 * @param column 1-based column of the comment's text
 */
public record IgnoreComment(String text, int line, int column) {

  private static final Pattern KEY =
      Pattern.compile(
          "(?i)(?:liftlock:\\s*lint[-_ ]?ignores?\\s*:?|lint[-_ ]?ignores?\\s*:)\\s*(.*)");
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

  /** Those inside a statement, which belong to its text. */
  public static List<IgnoreComment> in(Statement statement, Dialect dialect) {
    if (statement.isLarge() || !statement.text().toLowerCase(Locale.ROOT).contains("ignore")) {
      return List.of();
    }
    String sql = statement.text();
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    List<IgnoreComment> found = new ArrayList<>(1);
    Lexer lexer = Lexer.of(dialect, sql);
    try {
      while (lexer.next() != Lexer.Kind.END) {
        if (lexer.kind() == Lexer.Kind.LINE_COMMENT) {
          int start = (int) lexer.start();
          String text = new String(bytes, start, (int) lexer.end() - start, StandardCharsets.UTF_8);
          int at = new String(bytes, 0, start, StandardCharsets.UTF_8).length();
          Place place = statement.span().place(sql, at);
          of(text.substring(2).strip(), place.line(), place.column()).ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does not fail", e);
    }
    return found;
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
