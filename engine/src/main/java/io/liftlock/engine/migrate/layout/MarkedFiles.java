package io.liftlock.engine.migrate.layout;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the layouts share whose files bear a mark in their text. */
final class MarkedFiles {

  private MarkedFiles() {}

  /** Whether some SQL file at the top of the folder has a comment line that begins so. */
  static boolean anyMarked(Folder folder, String mark) throws IOException {
    for (SqlFile file : folder.files()) {
      if (file.isSql() && file.folder().isEmpty() && isMarked(file, mark)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line of the file is a comment that begins with the mark. */
  static boolean isMarked(SqlFile file, String mark) throws IOException {
    String text = file.peek();
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      int line = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
      // A byte-order mark may stand before the first line: three bytes in this reading.
      String before = text.substring(line, at).replace("\u00EF\u00BB\u00BF", "").strip();
      if (before.equals("--")) {
        return true;
      }
    }
    return false;
  }

  /**
   * The SQL files at the top of the folder, numbered and marked. A file without the mark has its
   * place only if it has no SQL.
   */
  static void arrange(Folder folder, String mark, Arrangement into) throws IOException {
    for (SqlFile file : folder.sqlFilesIn("", into)) {
      FileStem stem = FileStem.parse(file).filter(found -> !found.ending().isDotted()).orElse(null);
      if (stem == null || (!isMarked(file, mark) && hasSql(file))) {
        into.stray(file);
      } else if (!stem.foreign()) {
        String name = stem.ending() == FileStem.Ending.VERIFY ? stem.name() : fullName(file, stem);
        Part.Role role = stem.ending() == FileStem.Ending.VERIFY ? Part.Role.VERIFY : Part.Role.UP;
        into.draft(stem.id(""), name).with(new Part(role, stem.engine(), file));
      }
    }
  }

  /** In a marked file {@code _rollback} is a part of the name like any other. */
  private static String fullName(SqlFile file, FileStem stem) {
    return stem.ending() == FileStem.Ending.ROLLBACK
        ? file.stem().substring(stem.label().length() + stem.separator().length())
        : stem.name();
  }

  /** Whether anything but white space and comment lines stands in the file's beginning. */
  private static boolean hasSql(SqlFile file) throws IOException {
    return file.peek()
        .replace("\u00EF\u00BB\u00BF", "")
        .lines()
        .map(String::strip)
        .anyMatch(line -> !line.isEmpty() && !line.startsWith("--"));
  }

  /** The text of a comment line that begins with a mark, in lower case and behind it; or null. */
  static @Nullable String behind(String line, String mark) {
    String text = line.strip();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (!text.startsWith("--")) {
      return null;
    }
    String comment = text.substring(2).stripLeading();
    return comment.startsWith(mark)
        ? comment.substring(mark.length()).strip().toLowerCase(Locale.ROOT)
        : null;
  }
}
