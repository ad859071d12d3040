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
}
