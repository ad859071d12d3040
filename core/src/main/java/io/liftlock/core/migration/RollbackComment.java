package io.liftlock.core.migration;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.sql.CommentLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of a {@code Rollback:} comment. They are SQL if they begin as a statement does;
 * otherwise they are a remark ({@code None}, {@code Not possible}).
 *
 * <p>Lines below the first belong to it as long as a statement is unfinished, when they are
 * indented deeper than the key, or when a finished statement begins there. A line that might be
 * either is an error: to leave half a rollback out is as bad as to run prose.
 */
final class RollbackComment {

  private static final Set<String> OBJECTS =
      Set.of(
          "table",
          "index",
          "unique",
          "view",
          "materialized",
          "function",
          "procedure",
          "trigger",
          "type",
          "schema",
          "policy",
          "role",
          "user",
          "extension",
          "sequence",
          "domain",
          "database",
          "or",
          "temp",
          "temporary",
          "unlogged",
          "foreign",
          "event",
          "rule",
          "publication",
          "subscription",
          "aggregate",
          "operator",
          "cast",
          "collation",
          "server",
          "statistics",
          "default",
          "virtual",
          "column",
          "owned",
          "system",
          "group",
          "tablespace",
          "language",
          "conversion",
          "text",
          "transform",
          "access",
          "large",
          "recursive",
          "global",
          "local");

  private record Line(int line, int column, String text) {}

  /** One {@code Rollback:} key and the lines below it. */
  private record Block(int keyColumn, List<Line> lines) {}

  /**
   * A rollback.
   *
   * @param text the SQL alone
   * @param placed the same SQL at its own lines and columns
   */
  record Sql(String text, String placed) {}

  private final List<Block> blocks = new ArrayList<>();

  /**
   * Begins at a key.
   *
   * @param from where the text behind the key starts in the line's text
   */
  void begin(CommentLine line, int from) {
    Block block = new Block(line.column(), new ArrayList<>());
    blocks.add(block);
    String text = line.text();
    int start = from;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    if (start < text.length()) {
      block.lines().add(new Line(line.line(), line.column() + start, text.substring(start)));
    }
  }

  /** Adds a line below the key. */
  void add(CommentLine line) {
    Block block = blocks.get(blocks.size() - 1);
    block.lines().add(new Line(line.line(), line.column(), line.text()));
  }

  /** The SQL, if it is SQL. */
  Optional<Sql> sql(String file, Problems problems) {
    List<Line> all = new ArrayList<>();
    for (Block block : blocks) {
      collect(block, all, file, problems);
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    StringBuilder placed = new StringBuilder();
    int at = 1;
    for (Line line : all) {
      text.append(text.length() == 0 ? "" : "\n").append(line.text());
      placed.append("\n".repeat(line.line() - at));
      placed.append(" ".repeat(line.column() - 1)).append(line.text());
      at = line.line();
    }
    return Optional.of(new Sql(text.toString(), placed.toString()));
  }

  private static void collect(Block block, List<Line> all, String file, Problems problems) {
    List<Line> lines = block.lines();
    if (lines.isEmpty() || !beginsStatement(lines.get(0).text())) {
      return;
    }
    List<Line> open = new ArrayList<>();
    boolean first = true;
    for (Line line : lines) {
      boolean deeper = line.column() > block.keyColumn();
      if (!first && open.isEmpty() && !deeper && !beginsStatement(line.text())) {
        return;
      }
      first = false;
      open.add(line);
      if (endsStatement(line.text())) {
        all.addAll(open);
        open.clear();
      }
    }
    boolean certain =
        lines.size() == 1 || open.stream().allMatch(line -> line.column() > block.keyColumn());
    if (certain) {
      all.addAll(open);
      return;
    }
    Line doubtful = open.get(open.size() - 1);
    problems.add(
        Problem.error(
                ErrorCode.HEADER_INVALID,
                "it is not clear whether this line still belongs to the Rollback comment")
            .at(new Place(file, doubtful.line(), doubtful.column()))
            .action(
                "end its SQL with a semicolon, or put an empty comment line above what does not"
                    + " belong to it"));
  }

  private static boolean endsStatement(String text) {
    int comment = text.indexOf("-- ");
    String code = comment > 0 ? text.substring(0, comment) : text;
    return code.stripTrailing().endsWith(";");
  }

  /** Whether a text begins as SQL does and not merely as an English sentence. */
  static boolean beginsStatement(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length() && Character.isLetter(lower.charAt(end))) {
      end++;
    }
    String verb = lower.substring(0, end);
    String rest = lower.substring(end).strip();
    int next = 0;
    while (next < rest.length() && Character.isLetter(rest.charAt(next))) {
      next++;
    }
    String second = rest.substring(0, next);
    return switch (verb) {
      case "create", "drop", "alter" -> OBJECTS.contains(second);
      case "delete" -> second.equals("from");
      case "insert" -> second.equals("into") || second.equals("or");
      case "replace", "merge" -> second.equals("into");
      case "update" -> lower.contains(" set ") || rest.endsWith(" set") || !lower.contains(" the ");
      case "truncate", "vacuum", "reindex", "grant", "revoke", "pragma" -> !rest.isEmpty();
      case "comment" -> second.equals("on");
      case "refresh" -> second.equals("materialized");
      case "set", "reset" -> lower.contains("=") || lower.contains(" to ") || lower.endsWith(";");
      case "do" -> rest.startsWith("$") || second.equals("language");
      case "with" -> lower.contains(" as ");
      case "call", "select" -> lower.contains("(") || lower.endsWith(";");
      case "begin", "commit", "rollback", "start" ->
          rest.startsWith(";") || second.equals("transaction") || second.equals("work");
      case "lock" -> second.equals("table");
      case "analyze", "cluster", "copy", "import", "security", "reassign" -> lower.endsWith(";");
      default -> false;
    };
  }
}
