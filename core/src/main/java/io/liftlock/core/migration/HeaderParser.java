package io.liftlock.core.migration;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.sql.CommentLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comments at the head of a migration as data: {@code Key: text} lines, which may go on
 * in the lines below, and directives ({@code liftlock:key text}). Prose that resembles no key is
 * left alone; a key that looks misspelt is an error.
 */
public final class HeaderParser {

  private static final String DIRECTIVE = "liftlock:";
  private static final Pattern SETTING_NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");
  private static final int LONGEST_KEY = 24;

  private final String file;
  private final Problems problems;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<MigrationId> depends = new ArrayList<>();
  private final String branch;
  private @Nullable String database;
  private boolean transactional = true;
  private @Nullable Duration lockTimeout;
  private @Nullable Duration statementTimeout;
  private final RollbackComment rollback = new RollbackComment();

  private HeaderParser(String file, String branch, Problems problems) {
    this.file = file;
    this.branch = branch;
    this.problems = problems;
  }

  /**
   * What was read.
   *
   * @param header the comments as data
   * @param rollbackText the SQL of a {@code Rollback:} comment at the very lines and columns where
   *     it stands in the file, blank everywhere else, so that cutting it gives true places; empty
   *     where there is none
   */
  public record Parsed(Header header, Optional<String> rollbackText) {

    /** A file without comments. */
    public static final Parsed EMPTY = new Parsed(Header.EMPTY, Optional.empty());
  }

  /**
   * Reads the header.
   *
   * @param file the path, for errors
   * @param branch the migration's branch; an id in {@code Depends:} without a branch is on it
   * @param comments the file's comment lines outside statements, in order
   * @param firstStatement line of the first statement; only what stands above it counts
   * @param problems collects HEADER_UNKNOWN and HEADER_INVALID with line and column
   */
  public static Parsed parse(
      String file,
      String branch,
      List<CommentLine> comments,
      int firstStatement,
      Problems problems) {
    if (comments.isEmpty()) {
      return Parsed.EMPTY;
    }
    return new HeaderParser(file, branch, problems).parse(comments, firstStatement);
  }

  private Parsed parse(List<CommentLine> comments, int firstStatement) {
    HeaderKey key = null;
    CommentLine first = null;
    StringBuilder value = new StringBuilder();
    int lastLine = 0;
    for (CommentLine line : comments) {
      if (line.line() >= firstStatement) {
        lateDirective(line);
        continue;
      }
      String text = line.text();
      if (text.regionMatches(true, 0, DIRECTIVE, 0, DIRECTIVE.length())) {
        finish(key, first, value);
        key = null;
        directive(line, text.substring(DIRECTIVE.length()));
        continue;
      }
      int colon = keyEnd(text);
      HeaderKey found = colon < 0 ? null : HeaderKey.of(text.substring(0, colon));
      if (found != null) {
        finish(key, first, value);
        key = found;
        first = line;
        value.setLength(0);
        value.append(text, colon + 1, text.length());
        if (found == HeaderKey.ROLLBACK) {
          rollback.begin(line, colon + 1);
        }
      } else if (colon >= 0 && misspelt(line, text.substring(0, colon))) {
        finish(key, first, value);
        key = null;
      } else if (key != null && (text.isEmpty() || line.line() != lastLine + 1 || colon >= 0)) {
        finish(key, first, value);
        key = null;
      } else if (key == HeaderKey.ROLLBACK) {
        rollback.add(line);
      } else if (key != null) {
        value.append(' ').append(text);
      }
      lastLine = line.line();
    }
    finish(key, first, value);
    Optional<RollbackComment.Sql> sql = rollback.sql(file, problems);
    Header header =
        new Header(
            Collections.unmodifiableMap(fields),
            sql.map(RollbackComment.Sql::text),
            Collections.unmodifiableMap(settings),
            database,
            List.copyOf(depends),
            transactional,
            lockTimeout,
            statementTimeout);
    return new Parsed(header, sql.map(RollbackComment.Sql::placed));
  }

  /** Where the colon behind a possible key stands, or -1: letters, single spaces and hyphens. */
  private static int keyEnd(String text) {
    int end = Math.min(text.length(), LONGEST_KEY + 1);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == ':') {
        // "::" is a cast and "://" a URL, not a key.
        boolean sign =
            i + 1 < text.length() && (text.charAt(i + 1) == ':' || text.charAt(i + 1) == '/');
        return i == 0 || sign ? -1 : i;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || (c != ' ' && c != '-' && c != '_'))) {
        return -1;
      }
    }
    return -1;
  }

  private boolean misspelt(CommentLine line, String word) {
    Optional<String> meant = nearKey(word);
    meant.ifPresent(
        key ->
            problems.add(
                Problem.error(ErrorCode.HEADER_UNKNOWN, "unknown header key " + word.strip())
                    .at(place(line))
                    .action("did you mean " + key + "?")));
    return meant.isPresent();
  }

  /**
   * The key a word is a misspelling of. Stricter than a suggestion, since here being near makes an
   * error of what may be prose: one edit in a word of at least five letters, or two in one of at
   * least eight.
   */
  private static Optional<String> nearKey(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    if (plain.length() < 5) {
      return Optional.empty();
    }
    String best = null;
    int bestDistance = plain.length() >= 8 ? 3 : 2;
    for (String spelling : HeaderKey.spellings()) {
      String key = spelling.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
      int distance = Suggestion.distance(plain, key);
      if (distance < bestDistance) {
        best = spelling;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  private void directive(CommentLine line, String rest) {
    String text = rest.strip();
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String word = text.substring(0, end);
    if (word.endsWith(":")) {
      word = word.substring(0, word.length() - 1);
    }
    HeaderKey key = HeaderKey.of(word);
    if (key == null) {
      String meant = Suggestion.didYouMean(word, HeaderKey.spellings());
      problems.add(
          Problem.error(ErrorCode.HEADER_UNKNOWN, "unknown directive liftlock:" + word)
              .at(place(line))
              .action(
                  meant != null
                      ? meant
                      : "known are: "
                          + String.join(", ", HeaderKey.spellings()).toLowerCase(Locale.ROOT)));
      return;
    }
    if (key == HeaderKey.ROLLBACK) {
      rollback.begin(line, line.text().length() - text.length() + end);
      fields.put(key.spelling(), text.substring(end).strip());
      return;
    }
    set(key, line, text.substring(end).strip());
  }

  /** A directive below the first statement would be without effect: nobody wants that silently. */
  private void lateDirective(CommentLine line) {
    String text = line.text();
    if (!text.regionMatches(true, 0, DIRECTIVE, 0, DIRECTIVE.length())) {
      return;
    }
    String word = text.substring(DIRECTIVE.length()).strip().split("[\\s:]", 2)[0];
    if (HeaderKey.of(word) != HeaderKey.LINT_IGNORE) {
      problems.add(
          Problem.error(
                  ErrorCode.HEADER_INVALID,
                  "the directive liftlock:" + word + " stands below the first statement")
              .at(place(line))
              .action("move it to the head of the file"));
    }
  }

  private void finish(@Nullable HeaderKey key, @Nullable CommentLine first, StringBuilder value) {
    if (key != null && first != null) {
      set(key, first, value.toString().strip());
    }
  }

  private void set(HeaderKey key, CommentLine line, String text) {
    fields.merge(key.spelling(), text, (before, more) -> before + "\n" + more);
    switch (key) {
      case DATABASE -> {
        if (!text.isEmpty()) {
          database = text;
        }
      }
      case DEPENDS -> depends(text);
      case TRANSACTION -> transaction(line, text);
      case LOCK_TIMEOUT -> lockTimeout = duration(key, line, text);
      case STATEMENT_TIMEOUT -> statementTimeout = duration(key, line, text);
      case SETTINGS -> settings(line, text);
      default -> {}
    }
  }

  private void depends(String text) {
    for (String word : text.split("[,\\s]+")) {
      if (word.isEmpty() || word.equalsIgnoreCase("none")) {
        continue;
      }
      MigrationId id = MigrationId.parse(word);
      depends.add(
          id.branch().isEmpty() && word.indexOf('/') < 0 ? MigrationId.of(branch, word) : id);
    }
  }

  private void transaction(CommentLine line, String text) {
    switch (text.toLowerCase(Locale.ROOT)) {
      case "none", "off", "false", "no" -> transactional = false;
      case "", "migration", "on", "true", "yes" -> transactional = true;
      default ->
          problems.add(
              invalid(line, HeaderKey.TRANSACTION, text).action("write Transaction: none"));
    }
  }

  private @Nullable Duration duration(HeaderKey key, CommentLine line, String text) {
    Optional<Duration> duration = Durations.parse(text);
    if (duration.isEmpty()) {
      problems.add(
          invalid(line, key, text).action("write a number with a unit: 500ms, 2s, 1min; 0 is off"));
    }
    return duration.orElse(null);
  }

  private void settings(CommentLine line, String text) {
    if (text.isEmpty() || text.equalsIgnoreCase("none")) {
      return;
    }
    for (String pair : splitPairs(text)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
      String value = equals < 0 ? "" : unquoted(pair.substring(equals + 1).strip());
      if (!SETTING_NAME.matcher(name).matches() || value.isEmpty()) {
        problems.add(
            invalid(line, HeaderKey.SETTINGS, pair.strip())
                .action("write name = value, parted by commas: work_mem = '64MB', jit = off"));
      } else {
        settings.put(name.toLowerCase(Locale.ROOT), value);
      }
    }
  }

  /** Splits at commas outside single quotes. */
  private static List<String> splitPairs(String text) {
    List<String> pairs = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || (text.charAt(i) == ',' && !quoted)) {
        if (!text.substring(start, i).isBlank()) {
          pairs.add(text.substring(start, i));
        }
        start = i + 1;
      } else if (text.charAt(i) == '\'') {
        quoted = !quoted;
      }
    }
    return pairs;
  }

  private static String unquoted(String value) {
    if (value.length() >= 2 && value.startsWith("'") && value.endsWith("'")) {
      return value.substring(1, value.length() - 1).replace("''", "'");
    }
    return value;
  }

  private Problem invalid(CommentLine line, HeaderKey key, String text) {
    return Problem.error(
            ErrorCode.HEADER_INVALID,
            "the header " + key.spelling() + " has a value that cannot be read: " + text)
        .at(place(line));
  }

  private Place place(CommentLine line) {
    return new Place(file, line.line(), line.column());
  }
}
