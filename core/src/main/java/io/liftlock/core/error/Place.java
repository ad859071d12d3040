package io.liftlock.core.error;

/**
 * A place in a file that a person can jump to.
 *
 * @param file the path as the user would write it
 * @param line 1-based, or 0 where the whole file is meant
 * @param column 1-based in characters, or 0 where the whole line is meant
 */
public record Place(String file, int line, int column) {

  /** The whole of a file. */
  public static Place of(String file) {
    return new Place(file, 0, 0);
  }

  /** {@code file:line:column}, as editors and terminals understand it. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
