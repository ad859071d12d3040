package io.liftlock.engine.migrate.layout;

import io.liftlock.core.sql.Section;
import io.liftlock.core.sql.SectionMarks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code NNN_name.sql} or {@code NNN-name.sql}, with {@code NNN_name_rollback.sql} or a section
 * behind a line that is exactly {@code -- Rollback}, and {@code NNN_name_verify.sql}.
 */
final class NumberedLayout implements Layout {

  /** A line that is exactly {@code -- Rollback} or {@code -- Rollback:}, in any case. */
  static final SectionMarks ROLLBACK_LINE =
      line -> {
        String text = line.strip();
        if (!text.startsWith("--")) {
          return Optional.empty();
        }
        String word = text.substring(2).strip().toLowerCase(Locale.ROOT);
        return word.equals("rollback") || word.equals("rollback:")
            ? Optional.of(Section.DOWN)
            : Optional.empty();
      };

  @Override
  public String name() {
    return "numbered";
  }

  @Override
  public boolean recognises(Folder folder) {
    return folder.files().stream()
        .anyMatch(file -> file.isSql() && file.folder().isEmpty() && isNumbered(file));
  }

  static boolean isNumbered(SqlFile file) {
    return file.numbered().filter(stem -> !stem.ending().isDotted()).isPresent();
  }

  @Override
  public void arrange(Folder folder, Arrangement into) {
    NumberedFiles.arrange(
        folder.sqlFilesIn("", into),
        into,
        stem -> !stem.ending().isDotted(),
        stem -> stem.id(""),
        true);
  }

  @Override
  public SectionMarks sections() {
    return ROLLBACK_LINE;
  }

  @Override
  public boolean isStrictlyNumbered() {
    return true;
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    return scaffold(scaffold, "");
  }

  static List<NewFile> scaffold(Scaffold scaffold, String prefix) {
    String separator = scaffold.separator();
    String base =
        scaffold.nextNumber() + separator + scaffold.slug().replace("_", words(separator));
    return List.of(
        NewFile.of(prefix + base + ".sql", scaffold.upText()),
        NewFile.of(prefix + base + "_rollback.sql", scaffold.rollbackText(base)));
  }

  private static String words(String separator) {
    return separator.equals("-") ? "-" : "_";
  }
}
