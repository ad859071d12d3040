package io.liftlock.core.sql;

import io.liftlock.core.error.Place;

/**
 * Where a piece of SQL stands in its file.
 *
 * @param file the path as the user would write it
 * @param line 1-based line of the first character
 * @param column 1-based column of the first character, in characters
 * @param start offset of the first byte in the file, 0-based, a byte-order mark counted
 * @param end offset behind the last byte
 */
public record Span(String file, int line, int column, long start, long end) {

  /** The place a person jumps to. */
  public Place place() {
    return new Place(file, line, column);
  }

  /**
   * The place of a character of the text that stands here.
   *
   * @param text what stands here, from its first character on
   * @param at 0-based offset in the text; behind its end means its end
   */
  public Place place(String text, int at) {
    int end = Math.min(at, text.length());
    int lineStart = text.lastIndexOf('\n', end - 1) + 1;
    if (lineStart == 0) {
      return new Place(file, line, column + text.codePointCount(0, end));
    }
    int lines = (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new Place(file, line + lines, 1 + text.codePointCount(lineStart, end));
  }
}
