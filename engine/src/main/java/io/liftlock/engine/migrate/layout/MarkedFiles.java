package io.liftlock.engine.migrate.layout;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the layouts share whose files bear a mark in their text. */
final class MarkedFiles {

  private MarkedFiles() {}

  /** What a comment line of a marked file begins with. */
  enum Mark {
    DBMATE("migrate:"),
    GOOSE("+goose");

    private final String text;

    Mark(String text) {
      this.text = text;
    }
  }

  /** Whether some SQL file at the top of the folder bears the mark. */
  static boolean anyMarked(Folder folder, Mark mark) {
    for (SqlFile file : folder.files()) {
      if (file.isSql() && file.folder().isEmpty() && file.marks().contains(mark)) {
        return true;
      }
    }
    return false;
  }

  /** The marks that comment lines of a text begin with, one character per byte. */
  static Set<Mark> marks(String text) {
    Set<Mark> found = Set.of();
    for (Mark mark : Mark.values()) {
      if (isMarked(text, mark.text)) {
        found = found.isEmpty() ? EnumSet.of(mark) : EnumSet.allOf(Mark.class);
      }
    }
    return found;
  }

  private static boolean isMarked(String text, String mark) {
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
  static void arrange(Folder folder, Mark mark, Arrangement into) {
    for (SqlFile file : folder.sqlFilesIn("", into)) {
      FileStem stem = file.numbered().filter(found -> !found.ending().isDotted()).orElse(null);
      if (stem == null || (!file.marks().contains(mark) && hasSql(file))) {
        into.stray(file);
      } else if (!stem.foreign()) {
        boolean verify = stem.ending() == FileStem.Ending.VERIFY;
        into.draft(stem.id(""), verify ? stem.name() : fullName(file, stem))
            .with(new Part(verify ? Part.Role.VERIFY : Part.Role.UP, stem.engine(), file));
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
  private static boolean hasSql(SqlFile file) {
    try {
      return file.peek()
          .replace("\u00EF\u00BB\u00BF", "")
          .lines()
          .map(String::strip)
          .anyMatch(line -> !line.isEmpty() && !line.startsWith("--"));
    } catch (IOException e) {
      // Told when it is to be cut.
      return false;
    }
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
