package io.liftlock.core.sql;

import io.liftlock.core.sql.Touched.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads off a statement's syntax which objects it makes, changes, drops or fills. What a block of
 * code or a called function does is not seen.
 */
public final class TouchedObjects {

  private static final Set<String> PARTS = Set.of("index", "trigger", "rule", "policy");

  /** What may stand between CREATE and the kind. */
  private static final Set<String> ADJECTIVES =
      Set.of(
          "or",
          "replace",
          "temp",
          "temporary",
          "unlogged",
          "global",
          "local",
          "unique",
          "recursive",
          "default");

  private final Tokens tokens;
  private final List<Touched> found = new ArrayList<>();

  private TouchedObjects(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The objects, in the order in which they are named, each once. */
  public static List<Touched> of(Statement statement, Dialect dialect) {
    TouchedObjects reader = new TouchedObjects(Tokens.of(statement, dialect));
    reader.read();
    for (String table : StatementFacts.of(statement, dialect).changedTables()) {
      List<String> name = new TouchedObjects(Tokens.of(dialect, table)).path(0);
      if (reader.found.stream().noneMatch(object -> object.name().equals(name))) {
        reader.found.add(new Touched("relation", name, List.of(), Effect.ROWS));
      }
    }
    return reader.found.stream().distinct().toList();
  }

  private void read() {
    switch (tokens.word(0)) {
      case "create" -> create();
      case "alter" -> alter();
      case "drop" -> drop();
      case "comment" -> comment();
      case "grant", "revoke" -> grant();
      case "truncate" -> truncate();
      case "cluster" -> {
        int name = tokens.isWord(1, "verbose") ? 2 : tokens.behindParens(1);
        add("table", path(name), List.of());
      }
      default -> {
        // Rows are told by StatementFacts; the rest changes no schema.
      }
    }
  }

  private void create() {
    int at = 1;
    while (ADJECTIVES.contains(tokens.word(at))) {
      at++;
    }
    if (tokens.isWord(at, "cast")) {
      add("cast", List.of(parens(at + 1)), List.of());
      return;
    }
    ObjectWords.Named kind = ObjectWords.at(tokens, at);
    if (kind.kind().isEmpty()) {
      return;
    }
    int name = kind.behind();
    if (tokens.isWord(name, "concurrently")) {
      name++;
    }
    name = tokens.behindIfExists(name);
    if (kind.kind().equals("schema") && tokens.isWord(name, "authorization")) {
      name++;
    }
    if (PARTS.contains(kind.kind())) {
      boolean unnamed = kind.kind().equals("index") && tokens.isWord(name, "on");
      List<String> relation = relation(unnamed ? name : behind(name), kind.kind());
      if (!unnamed) {
        add(kind.kind(), path(name), relation);
      }
      add("relation", relation, List.of());
    } else {
      add(kind.kind(), path(name), List.of());
      if (kind.kind().endsWith("table")) {
        new TableParts(tokens, path(name), found).created(behind(name));
      }
    }
  }

  /** The relation of a part: behind ON, or for a rule behind TO. */
  private List<String> relation(int from, String kind) {
    int on = tokens.find(from, "on");
    if (on >= 0 && kind.equals("rule")) {
      on = tokens.find(on, "to");
    }
    if (on < 0) {
      return List.of();
    }
    return path(tokens.isWord(on + 1, "only") ? on + 2 : on + 1);
  }

  private void alter() {
    if (tokens.areWords(1, "default", "privileges")) {
      found.add(new Touched("default-privileges", List.of(), List.of(), Effect.DEFINITION));
      return;
    }
    ObjectWords.Named kind = ObjectWords.at(tokens, 1);
    if (kind.kind().isEmpty() || tokens.areWords(kind.behind(), "all", "in")) {
      return;
    }
    int name = tokens.behindIfExists(kind.behind());
    if (tokens.isWord(name, "only")) {
      name++;
    }
    int behind = behind(name);
    if (PARTS.contains(kind.kind()) && !kind.kind().equals("index")) {
      List<String> relation = relation(behind, "");
      add(kind.kind(), path(name), relation);
      add("relation", relation, List.of());
    } else {
      // ALTER TABLE takes views, indexes and sequences, too.
      String said = kind.kind().equals("table") ? "relation" : kind.kind();
      add(said, path(name), List.of());
      if (said.equals("relation")
          || kind.kind().endsWith("table")
          || kind.kind().endsWith("view")) {
        new TableParts(tokens, path(name), found).altered(behind);
      } else if (kind.kind().equals("domain")) {
        new TableParts(tokens, path(name), found).altered(behind);
      }
    }
    int rename = tokens.find(behind, "rename");
    if (rename >= 0 && tokens.isWord(rename + 1, "to")) {
      List<String> renamed = new ArrayList<>(path(name));
      if (!renamed.isEmpty()) {
        renamed.set(renamed.size() - 1, tokens.plainName(rename + 2));
        add(kind.kind(), renamed, List.of());
      }
    }
  }

  private void drop() {
    if (tokens.isWord(1, "cast")) {
      add("cast", List.of(parens(tokens.behindIfExists(2))), List.of());
      return;
    }
    ObjectWords.Named kind = ObjectWords.at(tokens, 1);
    if (kind.kind().isEmpty()) {
      return;
    }
    int name = kind.behind();
    if (tokens.isWord(name, "concurrently")) {
      name++;
    }
    name = tokens.behindIfExists(name);
    List<String> relation =
        PARTS.contains(kind.kind()) ? relation(behind(name), "") : List.<String>of();
    names(kind.kind(), name, relation);
    add("relation", relation, List.of());
  }

  private void comment() {
    ObjectWords.Named kind = ObjectWords.at(tokens, 2);
    if (!tokens.isWord(1, "on") || kind.kind().isEmpty()) {
      return;
    }
    List<String> name = path(kind.behind());
    if (kind.kind().equals("column") && name.size() > 1) {
      List<String> relation = name.subList(0, name.size() - 1);
      add("column", name.subList(name.size() - 1, name.size()), relation);
      return;
    }
    int on = behind(kind.behind());
    if (tokens.areWords(on, "on", "domain")) {
      on++;
    }
    add(kind.kind(), name, tokens.isWord(on, "on") ? path(on + 1) : List.of());
  }

  private void grant() {
    int on = tokens.find(1, "on");
    if (on < 0) {
      return;
    }
    ObjectWords.Named kind = ObjectWords.at(tokens, on + 1);
    if (!kind.kind().isEmpty()) {
      names(kind.kind(), kind.behind(), List.of());
    } else if (!tokens.isWord(on + 1, "all") && !tokens.isWord(on + 1, "database")) {
      names("relation", on + 1, List.of());
    }
  }

  private void truncate() {
    int name = tokens.isWord(1, "table") ? 2 : 1;
    if (tokens.isWord(name, "only")) {
      name++;
    }
    while (tokens.isName(name)) {
      found.add(new Touched("relation", path(name), List.of(), Effect.ROWS));
      name = tokens.behindName(name);
      if (!tokens.isSign(name, ",")) {
        return;
      }
      name++;
    }
  }

  /** A list of names with commas between. */
  private void names(String kind, int from, List<String> relation) {
    int name = from;
    while (tokens.isName(name) || tokens.get(name).kind() == Lexer.Kind.OPERATOR) {
      add(kind, path(name), relation);
      name = behind(name);
      if (!tokens.isSign(name, ",")) {
        return;
      }
      name++;
    }
  }

  private void add(String kind, List<String> name, List<String> relation) {
    if (!name.isEmpty()) {
      found.add(new Touched(kind, name, relation, Effect.DEFINITION));
    }
  }

  /** The parts of the name at an index; the last may be an operator. */
  private List<String> path(int index) {
    List<String> path = new ArrayList<>();
    int i = index;
    while (tokens.isName(i)) {
      path.add(tokens.plainName(i));
      if (!tokens.isSign(i + 1, ".")) {
        return path;
      }
      i += 2;
    }
    if (tokens.get(i).kind() == Lexer.Kind.OPERATOR) {
      path.add(tokens.get(i).text());
    }
    return path;
  }

  /** Behind a name and the arguments that may follow it. */
  private int behind(int name) {
    int i = tokens.behindName(name);
    if (tokens.isSign(i, ".")) {
      i++;
    }
    if (tokens.get(i).kind() == Lexer.Kind.OPERATOR && !tokens.isSign(i, ",")) {
      i++;
    }
    return tokens.behindParens(i);
  }

  /** What stands in parentheses, as one text. */
  private String parens(int from) {
    StringBuilder text = new StringBuilder();
    int end = tokens.behindParens(from);
    for (int i = from; i < end; i++) {
      boolean glued =
          text.isEmpty()
              || text.charAt(text.length() - 1) == '('
              || tokens.isSign(i, ")")
              || tokens.isSign(i, "(")
              || tokens.isSign(i, ".")
              || text.charAt(text.length() - 1) == '.';
      text.append(glued ? "" : " ").append(tokens.get(i).text());
    }
    return text.toString();
  }
}
