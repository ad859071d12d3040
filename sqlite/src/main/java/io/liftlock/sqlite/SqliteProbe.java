package io.liftlock.sqlite;

import io.liftlock.core.database.Evidence;
import io.liftlock.core.database.StatementProbe;
import io.liftlock.core.sql.Statement;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.LinkSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks into SQLite's catalog for the effect of a statement. In SQLite a statement is done wholly
 * or not at all, so nothing is ever half done.
 */
final class SqliteProbe implements StatementProbe {

  /** Enough for the names; the rest of a CREATE does not matter. */
  private static final int TOKENS = 16;

  private static final Set<String> SAFE_AGAIN = Set.of("VACUUM", "ANALYZE", "REINDEX");

  private final LinkSource links;

  SqliteProbe(LinkSource links) {
    this.links = links;
  }

  @Override
  public Evidence probe(Statement statement) {
    if (statement.isLarge()) {
      return Evidence.cannotTell("a statement this large changes rows");
    }
    Words words = new Words(Beginning.first(statement.text(), TOKENS));
    try {
      return probe(words, statement.text());
    } catch (SQLException e) {
      throw Failures.error(links.file(), "looking into the catalog", e);
    }
  }

  private Evidence probe(Words words, String sql) throws SQLException {
    String verb = words.word().toUpperCase(Locale.ROOT);
    if (SAFE_AGAIN.contains(verb)) {
      return Evidence.notDone(verb + " may be run again at any time");
    }
    words.next();
    return switch (verb) {
      case "CREATE" -> created(words);
      case "DROP" -> dropped(words);
      case "ALTER" -> altered(words);
      case "PRAGMA" -> pragma(sql);
      default -> Evidence.cannotTell("the catalog does not show what " + verb + " did");
    };
  }

  private Evidence created(Words words) throws SQLException {
    if (words.skip("TEMP") || words.skip("TEMPORARY")) {
      return Evidence.notDone("temporary objects end with their connection");
    }
    words.skip("UNIQUE");
    words.skip("VIRTUAL");
    String type = words.word().toLowerCase(Locale.ROOT);
    words.next();
    words.skipAll("IF", "NOT", "EXISTS");
    String name = words.qualifiedName();
    return there(type, name)
        ? Evidence.done(type + " " + name + " is there")
        : Evidence.notDone(type + " " + name + " is not there");
  }

  private Evidence dropped(Words words) throws SQLException {
    String type = words.word().toLowerCase(Locale.ROOT);
    words.next();
    words.skipAll("IF", "EXISTS");
    String name = words.qualifiedName();
    return there(type, name)
        ? Evidence.notDone(type + " " + name + " is still there")
        : Evidence.done(type + " " + name + " is gone");
  }

  private Evidence altered(Words words) throws SQLException {
    words.skip("TABLE");
    String table = words.qualifiedName();
    if (words.skip("ADD")) {
      words.skip("COLUMN");
      String column = words.name();
      return verdict(column(table, column), "column " + table + "." + column);
    }
    if (words.skip("DROP")) {
      words.skip("COLUMN");
      String column = words.name();
      if (!there("table", table)) {
        return Evidence.cannotTell("table " + table + " is not there");
      }
      return column(table, column)
          ? Evidence.notDone("column " + table + "." + column + " is still there")
          : Evidence.done("column " + table + "." + column + " is gone");
    }
    if (!words.skip("RENAME")) {
      return Evidence.cannotTell("the catalog does not show what this ALTER TABLE did");
    }
    if (words.skip("TO")) {
      String name = words.name();
      return renamed("table", table, name, there("table", table), there("table", name));
    }
    words.skip("COLUMN");
    String from = words.name();
    words.skip("TO");
    String to = words.name();
    return renamed("column", from, to, column(table, from), column(table, to));
  }

  private static Evidence renamed(
      String what, String from, String to, boolean oldThere, boolean newThere) {
    if (oldThere == newThere) {
      return Evidence.cannotTell(
          what + " " + from + " and " + to + (oldThere ? " are both there" : " are both missing"));
    }
    return verdict(newThere, what + " " + to);
  }

  private static Evidence verdict(boolean there, String what) {
    return there ? Evidence.done(what + " is there") : Evidence.notDone(what + " is not there");
  }

  private Evidence pragma(String sql) throws SQLException {
    Optional<Pragma> pragma = Pragma.of(sql).filter(Pragma::sets);
    if (pragma.isEmpty()) {
      return Evidence.notDone("a PRAGMA that only asks may be run again");
    }
    String name = pragma.get().name();
    if (!Set.of("journal_mode", "user_version", "application_id", "auto_vacuum").contains(name)) {
      return Evidence.notDone("PRAGMA " + name + " ends with its connection and may be run again");
    }
    Optional<Link> link = links.ifThere();
    String value = link.isEmpty() ? "" : link.get().value("PRAGMA " + name).orElse("");
    return verdict(value.equalsIgnoreCase(pragma.get().value()), name + " " + pragma.get().value());
  }

  private boolean there(String type, String name) throws SQLException {
    Optional<Link> link = links.ifThere();
    return link.isPresent()
        && link.get()
            .value(
                "SELECT 1 FROM sqlite_schema WHERE type = ? AND name = ? COLLATE NOCASE",
                type,
                name)
            .isPresent();
  }

  private boolean column(String table, String column) throws SQLException {
    Optional<Link> link = links.ifThere();
    return link.isPresent()
        && link.get()
            .value(
                "SELECT 1 FROM pragma_table_xinfo(?) WHERE name = ? COLLATE NOCASE", table, column)
            .isPresent();
  }

  /** Walks over the tokens of a statement. */
  private static final class Words {
    private final List<Beginning.Token> tokens;
    private int at;

    Words(List<Beginning.Token> tokens) {
      this.tokens = tokens;
    }

    String word() {
      return at < tokens.size() ? tokens.get(at).text() : "";
    }

    void next() {
      at++;
    }

    boolean skip(String word) {
      if (at < tokens.size() && tokens.get(at).is(word)) {
        at++;
        return true;
      }
      return false;
    }

    /** Skips these words where all of them stand here. */
    void skipAll(String... words) {
      for (int i = 0; i < words.length; i++) {
        if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
          return;
        }
      }
      at += words.length;
    }

    String name() {
      return at < tokens.size() ? tokens.get(at++).name() : "";
    }

    /** A name, its schema left out. */
    String qualifiedName() {
      String name = name();
      return skip(".") ? name() : name;
    }
  }
}
