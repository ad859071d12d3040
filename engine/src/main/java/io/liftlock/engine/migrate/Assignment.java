package io.liftlock.engine.migrate;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.migrate.ReadRequest.NamedDatabase;
import io.liftlock.engine.migrate.layout.Draft;
import io.liftlock.engine.migrate.layout.Folder;
import io.liftlock.engine.migrate.layout.Part;
import io.liftlock.engine.migrate.layout.SqlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which database a migration is for: its {@code Database:} header, the engine in its file
 * name, the configuration's map, or the only database there is.
 */
final class Assignment {

  private static final Map<String, Dialect> ENGINES =
      Map.of(
          "postgres", Dialect.POSTGRES,
          "postgresql", Dialect.POSTGRES,
          "pg", Dialect.POSTGRES,
          "sqlite", Dialect.SQLITE,
          "sqlite3", Dialect.SQLITE);

  private final List<NamedDatabase> databases;
  private final Map<String, String> assignments;
  private final Problems problems;

  Assignment(ReadRequest request, Problems problems) {
    this.databases = request.databases();
    this.assignments = request.assignments();
    this.problems = problems;
  }

  /** One database and the file that is to run there. */
  record Assigned(NamedDatabase database, SqlFile up) {}

  /** The databases a migration is for; empty where it is for none, or where a problem was told. */
  List<Assigned> of(Draft draft) {
    List<Part> ups = draft.parts(Part.Role.UP);
    Set<Dialect> own = EnumSet.noneOf(Dialect.class);
    for (Part up : ups) {
      Dialect engine = up.engine();
      if (engine != null) {
        own.add(engine);
      }
    }
    List<Assigned> assigned = new ArrayList<>(1);
    for (Part up : ups) {
      Dialect engine = up.engine();
      List<NamedDatabase> candidates =
          databases.stream()
              .filter(
                  database ->
                      engine == null
                          ? !own.contains(database.dialect())
                          : database.dialect() == engine)
              .toList();
      if (candidates.isEmpty()) {
        continue;
      }
      choose(up.file(), draft.id(), draft.id() + "_" + draft.name(), candidates)
          .ifPresent(database -> assigned.add(new Assigned(database, up.file())));
    }
    return assigned;
  }

  /** The database of a script that is no migration. */
  Optional<NamedDatabase> of(SqlFile file, String title) {
    return choose(file, null, title, databases);
  }

  private Optional<NamedDatabase> choose(
      SqlFile file, @Nullable MigrationId id, String title, List<NamedDatabase> candidates) {
    String header;
    try {
      header = databaseHeader(file.peek());
    } catch (IOException e) {
      problems.add(Folder.unreadable(file.file(), e));
      return Optional.empty();
    }
    if (header != null) {
      return named(header, file, "the header Database: " + header);
    }
    if (candidates.size() == 1) {
      return Optional.of(candidates.get(0));
    }
    for (Map.Entry<String, String> entry : assignments.entrySet()) {
      if (fits(entry.getKey(), file, id, title)) {
        return named(entry.getValue(), file, "the configuration's map for " + entry.getKey());
      }
    }
    problems.add(
        Problem.error(
                ErrorCode.DATABASE_UNASSIGNED,
                "it is not said which database "
                    + file.name()
                    + " is for: there are "
                    + names(candidates))
            .at(Place.of(file.file()))
            .action(
                "write  -- Database: "
                    + candidates.get(0).name()
                    + "  at its head, or name the database under  assign:  in liftlock.yaml"));
    return Optional.empty();
  }

  private static String names(List<NamedDatabase> databases) {
    return databases.stream()
        .map(database -> database.name() + " (" + database.dialect().word() + ")")
        .collect(Collectors.joining(", "));
  }

  /** A configured name, or an engine that occurs once. */
  private Optional<NamedDatabase> named(String word, SqlFile file, String said) {
    for (NamedDatabase database : databases) {
      if (database.name().equalsIgnoreCase(word)) {
        return Optional.of(database);
      }
    }
    Dialect engine = ENGINES.get(word.toLowerCase(Locale.ROOT));
    List<NamedDatabase> ofEngine =
        databases.stream().filter(database -> database.dialect() == engine).toList();
    if (ofEngine.size() == 1) {
      return Optional.of(ofEngine.get(0));
    }
    if (ofEngine.size() > 1) {
      problems.add(
          Problem.error(
                  ErrorCode.DATABASE_UNASSIGNED,
                  said + " fits several databases: " + names(ofEngine))
              .at(Place.of(file.file()))
              .action("write the database's name"));
      return Optional.empty();
    }
    List<String> known = databases.stream().map(NamedDatabase::name).toList();
    String meant = Suggestion.didYouMean(word, known);
    problems.add(
        Problem.error(ErrorCode.DATABASE_UNKNOWN, said + " names no database of this environment")
            .at(Place.of(file.file()))
            .action(meant != null ? meant : "there are: " + names(databases)));
    return Optional.empty();
  }

  private static boolean fits(
      String pattern, SqlFile file, @Nullable MigrationId id, String title) {
    if (id != null && MigrationId.parse(pattern).equals(id)) {
      return true;
    }
    return matches(pattern, file.relative())
        || matches(pattern, file.name())
        || matches(pattern, title);
  }

  /** Whether a text fits a pattern with {@code *} and {@code ?}; case does not count. */
  static boolean matches(String pattern, String text) {
    String glob = pattern.toLowerCase(Locale.ROOT);
    String word = text.toLowerCase(Locale.ROOT);
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < word.length()) {
      if (p < glob.length() && glob.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < glob.length() && (glob.charAt(p) == '?' || glob.charAt(p) == word.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < glob.length() && glob.charAt(p) == '*') {
      p++;
    }
    return p == glob.length();
  }

  /**
   * What a {@code Database:} comment above the first statement says. Looked for before the file is
   * cut, since the database's dialect decides how to cut it.
   *
   * @param head the file's beginning, one character per byte
   */
  static @Nullable String databaseHeader(String head) {
    boolean inBlock = false;
    int at = head.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    while (at < head.length()) {
      int end = head.indexOf('\n', at);
      int next = end < 0 ? head.length() : end + 1;
      String line = head.substring(at, end < 0 ? head.length() : end).strip();
      at = next;
      if (line.isEmpty()) {
        continue;
      }
      String comment;
      if (inBlock || line.startsWith("/*")) {
        comment = line.startsWith("/*") ? line.substring(2) : line;
        int close = comment.indexOf("*/");
        inBlock = close < 0;
        if (close >= 0) {
          if (!comment.substring(close + 2).isBlank()) {
            return word(comment.substring(0, close));
          }
          comment = comment.substring(0, close);
        }
      } else if (line.startsWith("--")) {
        comment = line.substring(2);
      } else {
        return null;
      }
      String word = word(comment);
      if (word != null) {
        return word;
      }
    }
    return null;
  }

  private static @Nullable String word(String comment) {
    String text = comment.strip();
    if (text.startsWith("*")) {
      text = text.substring(1).strip();
    }
    boolean directive = text.regionMatches(true, 0, "liftlock:", 0, 9);
    if (directive) {
      text = text.substring(9).strip();
    }
    if (!text.regionMatches(true, 0, "database", 0, 8)) {
      return null;
    }
    String rest = text.substring(8).strip();
    if (rest.startsWith(":")) {
      rest = rest.substring(1).strip();
    } else if (!directive) {
      return null;
    }
    return rest.isEmpty()
        ? null
        : new String(rest.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
