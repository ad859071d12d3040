package io.liftlock.engine.migrate.layout;

import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.sql.Dialect;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file name that begins with a number, taken apart: {@code 003_add_email.postgres.up.sql}, {@code
 * 0009-x.sql}, {@code 20240105120000_y_rollback.sql}.
 *
 * @param label the number as written, with dots where it has parts
 * @param separator what stands between number and name: an underscore, a hyphen, a space, or
 *     nothing
 * @param name the name, may be empty
 * @param ending how the role was told
 * @param engine the dialect named, or null
 * @param foreign whether it names an engine that liftlock does not serve
 * @param autocommit whether the name forbids the transaction
 */
record FileStem(
    String label,
    String separator,
    String name,
    Ending ending,
    @Nullable Dialect engine,
    boolean foreign,
    boolean autocommit) {

  /** How a name tells its role. */
  enum Ending {
    NONE(Part.Role.UP),
    ROLLBACK(Part.Role.DOWN),
    VERIFY(Part.Role.VERIFY),
    DOT_UP(Part.Role.UP),
    DOT_DOWN(Part.Role.DOWN);

    private final Part.Role role;

    Ending(Part.Role role) {
      this.role = role;
    }

    Part.Role role() {
      return role;
    }

    /** Whether it is {@code .up} or {@code .down}. */
    boolean isDotted() {
      return this == DOT_UP || this == DOT_DOWN;
    }
  }

  private static final Map<String, Dialect> ENGINES =
      Map.of(
          "postgres", Dialect.POSTGRES,
          "postgresql", Dialect.POSTGRES,
          "pg", Dialect.POSTGRES,
          "pgsql", Dialect.POSTGRES,
          "sqlite", Dialect.SQLITE,
          "sqlite3", Dialect.SQLITE);

  private static final Set<String> FOREIGN =
      Set.of(
          "mysql",
          "mariadb",
          "cockroach",
          "cockroachdb",
          "crdb",
          "mssql",
          "sqlserver",
          "oracle",
          "db2",
          "h2",
          "clickhouse",
          "duckdb",
          "spanner",
          "snowflake");

  /** The dialect that a word names, or null. */
  static @Nullable Dialect engine(String word) {
    return ENGINES.get(word.toLowerCase(Locale.ROOT));
  }

  /** Takes a name without {@code .sql} apart; empty where it does not begin with a number. */
  static Optional<FileStem> parse(String stem) {
    if (stem.isEmpty() || !isDigit(stem.charAt(0))) {
      return Optional.empty();
    }
    String rest = stem;
    Ending ending = Ending.NONE;
    Dialect engine = null;
    boolean foreign = false;
    boolean autocommit = false;
    while (true) {
      String lower = rest.toLowerCase(Locale.ROOT);
      int cut = lower.lastIndexOf('.');
      String last = lower.substring(cut + 1);
      if (ending == Ending.NONE && cut > 0 && last.equals("up")) {
        ending = Ending.DOT_UP;
      } else if (ending == Ending.NONE && cut > 0 && last.equals("down")) {
        ending = Ending.DOT_DOWN;
      } else if (cut > 0 && !autocommit && last.equals("autocommit")) {
        autocommit = true;
      } else if (cut > 0 && engine == null && !foreign && ENGINES.containsKey(last)) {
        engine = ENGINES.get(last);
      } else if (cut > 0 && engine == null && !foreign && FOREIGN.contains(last)) {
        foreign = true;
      } else if (ending == Ending.NONE && endsAsWord(lower, "rollback")) {
        ending = Ending.ROLLBACK;
        cut = lower.length() - "rollback".length() - 1;
      } else if (ending == Ending.NONE && endsAsWord(lower, "verify")) {
        ending = Ending.VERIFY;
        cut = lower.length() - "verify".length() - 1;
      } else {
        break;
      }
      rest = rest.substring(0, cut);
    }
    int end = 0;
    while (end < rest.length()
        && (isDigit(rest.charAt(end))
            || (rest.charAt(end) == '.'
                && end + 1 < rest.length()
                && isDigit(rest.charAt(end + 1))))) {
      end++;
    }
    String label = rest.substring(0, end);
    String name = rest.substring(end);
    String separator = "";
    if (!name.isEmpty()) {
      char first = name.charAt(0);
      if (first != '_' && first != '-' && first != ' ') {
        return Optional.empty();
      }
      int start = 0;
      while (start < name.length() && name.charAt(start) == first) {
        start++;
      }
      separator = name.substring(0, start);
      name = name.substring(start);
    }
    return Optional.of(new FileStem(label, separator, name, ending, engine, foreign, autocommit));
  }

  private static boolean endsAsWord(String text, String word) {
    int at = text.length() - word.length() - 1;
    return at > 0 && text.endsWith(word) && "_-. ".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The number as an id on a branch. */
  MigrationId id(String branch) {
    return MigrationId.of(branch, label);
  }

  /** Number and name, by which a rollback and its migration know each other. */
  String base() {
    return label + separator + name;
  }
}
