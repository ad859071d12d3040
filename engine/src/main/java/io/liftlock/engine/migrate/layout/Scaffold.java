package io.liftlock.engine.migrate.layout;

import io.liftlock.core.migration.MigrationId;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a new migration shall be; a layout turns it into files.
 *
 * @param folder the migrations folder as it is
 * @param existing the ids that are known
 * @param slug the name in the form of file names: lower case, words joined by underscores
 * @param header comment lines for the head of the file, each with its line end
 * @param depends ids it stands on beside the one before it on its branch
 * @param branch the feature folder, or empty
 * @param author who writes it, or empty
 * @param now when, in UTC
 * @param content what is known of its scripts already
 */
public record Scaffold(
    Folder folder,
    Collection<MigrationId> existing,
    String slug,
    String header,
    List<MigrationId> depends,
    String branch,
    String author,
    LocalDateTime now,
    Content content) {

  /**
   * The SQL of the two scripts, each with its line end; empty where a person is to write it.
   *
   * @param up what it does
   * @param down what takes it back
   */
  public record Content(String up, String down) {

    /** Nothing is known yet. */
    public static final Content EMPTY = new Content("", "");
  }

  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  /** The header, with the line that names what it stands on. */
  String headerWithDepends() {
    return depends.isEmpty()
        ? header
        : header
            + "-- Depends: "
            + depends.stream().map(MigrationId::toString).collect(Collectors.joining(", "))
            + "\n";
  }

  /** The text of the file that holds the up script. */
  String upText() {
    return headerWithDepends() + "\n" + content.up();
  }

  /** The text of one file that holds both scripts, each behind its mark. */
  String sections(String upMark, String downMark) {
    return headerWithDepends()
        + "\n"
        + upMark
        + "\n\n"
        + content.up()
        + "\n"
        + downMark
        + "\n\n"
        + content.down();
  }

  /**
   * The next number on the branch, as wide as the last one: a time where the last one is a time,
   * otherwise one more.
   */
  String nextNumber() {
    MigrationId last =
        existing.stream()
            .filter(id -> id.branch().equals(branch) && id.isNumeric() && id.parts().size() == 1)
            .max(MigrationId::compareTo)
            .orElse(null);
    if (last == null) {
      return "001";
    }
    if (last.label().length() == 14) {
      return timestamp();
    }
    if (last.label().length() == 10 && last.label().startsWith("1")) {
      return above(last.label(), Long.toString(now.toEpochSecond(ZoneOffset.UTC)));
    }
    return above(last.label(), "0");
  }

  /** Now as fourteen digits, later than every one there is. */
  String timestamp() {
    String wanted = SECONDS.format(now);
    String last =
        existing.stream()
            .map(id -> leadingDigits(id.label()))
            .filter(digits -> digits.length() == 14)
            .max(String::compareTo)
            .orElse("");
    return last.isEmpty() ? wanted : above(last, wanted);
  }

  /** The wanted number, or the one behind the last where that is larger; as wide as the last. */
  static String above(String last, String wanted) {
    BigInteger next = new BigInteger(last).add(BigInteger.ONE).max(new BigInteger(wanted));
    String digits = next.toString();
    return "0".repeat(Math.max(0, last.length() - digits.length())) + digits;
  }

  private static String leadingDigits(String text) {
    int end = 0;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  /** What stands between number and name in the files there are; an underscore by default. */
  String separator() {
    for (SqlFile file : folder.files()) {
      if (file.isSql() && file.folder().equals(branch)) {
        String separator = file.numbered().map(FileStem::separator).orElse("");
        if (!separator.isEmpty()) {
          return separator;
        }
      }
    }
    return "_";
  }

  /** A rollback file's text. */
  String rollbackText(String title) {
    return "-- Rollback of " + title + "\n\n" + content.down();
  }

  /** A name in the form of file names: lower case, words joined by underscores; may be empty. */
  public static String slug(String name) {
    return name.strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{Nd}]+", "_")
        .replaceAll("^_+|_+$", "");
  }
}
