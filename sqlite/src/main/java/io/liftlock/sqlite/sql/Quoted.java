package io.liftlock.sqlite.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes identifiers and literals. */
public final class Quoted {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private Quoted() {}

  /** An identifier, always quoted. */
  public static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** An identifier for people to read: quoted only where SQL needs it. */
  public static String name(String name) {
    return isPlain(name) ? name : identifier(name);
  }

  /** Whether a name means the same without quotes. */
  static boolean isPlain(String name) {
    return PLAIN.matcher(name).matches() && !Keywords.has(name);
  }

  /** Names for people to read, with commas between. */
  public static String names(List<String> names) {
    return names.stream().map(Quoted::name).collect(Collectors.joining(", "));
  }

  /**
   * A text literal. Control characters other than a line feed and a tab are written by number:
   * sqlite3's shell drops a carriage return at the end of a line.
   */
  public static String literal(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\t') {
        parts.add("'" + plain + "'");
        parts.add("char(" + (int) c + ")");
        plain.setLength(0);
      } else {
        plain.append(c == '\'' ? "''" : String.valueOf(c));
      }
    }
    parts.add("'" + plain + "'");
    return joined(parts);
  }

  /** As a balanced tree: SQLite's expressions may not be deeper than a thousand. */
  private static String joined(List<String> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    int half = parts.size() / 2;
    return "("
        + joined(parts.subList(0, half))
        + " || "
        + joined(parts.subList(half, parts.size()))
        + ")";
  }
}
