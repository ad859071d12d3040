package io.liftlock.core.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the comments that say what something was called before, and what they are about. */
final class RenameComments {

  private static final Pattern COMMENT =
      Pattern.compile("--+\\s*renamed\\s+from\\s*:\\s*(\\S.*?)\\s*", Pattern.CASE_INSENSITIVE);

  /** Words between CREATE and the name that are neither the kind nor the name. */
  private static final List<String> MODIFIERS =
      List.of(
          "or",
          "replace",
          "unique",
          "unlogged",
          "temp",
          "temporary",
          "global",
          "local",
          "recursive",
          "constraint",
          "trusted");

  private final Dialect dialect;
  private final List<RenameComment> found = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();

  /** A comment of the statement that is being read. */
  private record Mark(String oldName, int line, boolean alone) {}

  /** A token and where it stands. */
  private record Word(Tokens.Token token, int line, int depth) {}

  RenameComments(Dialect dialect) {
    this.dialect = dialect;
  }

  List<RenameComment> read(String sql) {
    Lexer lexer = Lexer.of(dialect, sql);
    int depth = 0;
    try {
      for (Lexer.Kind kind = lexer.next(); kind != Lexer.Kind.END; kind = lexer.next()) {
        switch (kind) {
          case LINE_COMMENT -> comment(lexer);
          case BLOCK_COMMENT -> {
            // Only a line can be said to be a column's.
          }
          case SEMICOLON -> {
            if (depth == 0) {
              end();
            }
          }
          default -> {
            depth -= kind == Lexer.Kind.RIGHT_PAREN ? 1 : 0;
            words.add(new Word(Tokens.Token.of(lexer), lexer.line(), depth));
            depth += kind == Lexer.Kind.LEFT_PAREN ? 1 : 0;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does not fail", e);
    }
    end();
    return List.copyOf(found);
  }

  private void comment(Lexer lexer) {
    Matcher matcher = COMMENT.matcher(lexer.text().strip());
    if (matcher.matches()) {
      int line = lexer.line();
      boolean alone = words.isEmpty() || words.get(words.size() - 1).line() != line;
      marks.add(new Mark(plain(matcher.group(1)), line, alone));
    }
  }

  private String plain(String name) {
    Tokens tokens = Tokens.of(dialect, name);
    return tokens.size() == 1 ? Names.plain(tokens.get(0)) : name;
  }

  /** A statement has ended. */
  private void end() {
    if (!marks.isEmpty() && !words.isEmpty() && text(0).equals("create")) {
      created();
    }
    marks.clear();
    words.clear();
  }

  private void created() {
    int at = 1;
    while (MODIFIERS.contains(text(at))) {
      at++;
    }
    StringBuilder object = new StringBuilder(text(at++));
    if (object.toString().matches("materialized|foreign|virtual|event")) {
      object.append(' ').append(text(at++));
    }
    if (text(at).equals("concurrently")) {
      at++;
    }
    if (text(at).equals("if")) {
      at += 3;
    }
    List<String> name = new ArrayList<>();
    if (at >= words.size()) {
      return;
    }
    name.add(name(at++));
    while (text(at).equals(".") && at + 1 < words.size()) {
      name.add(name(at + 1));
      at += 2;
    }
    List<Integer> items = object.toString().endsWith("table") ? items(at) : List.of();
    for (Mark mark : marks) {
      int item = item(mark, items);
      boolean constraint = item >= 0 && text(item).equals("constraint");
      found.add(
          new RenameComment(
              constraint ? "constraint" : object.toString(),
              name,
              item < 0 ? null : name(constraint ? item + 1 : item),
              mark.oldName(),
              mark.line()));
    }
  }

  /** Where the columns and constraints of a table begin. */
  private List<Integer> items(int from) {
    List<Integer> items = new ArrayList<>();
    for (int i = from; i < words.size() - 1; i++) {
      Word word = words.get(i);
      boolean first =
          items.isEmpty() && word.depth() == 0 && word.token().kind() == Lexer.Kind.LEFT_PAREN;
      boolean next = word.depth() == 1 && word.token().text().equals(",");
      if (first || next) {
        items.add(i + 1);
      }
    }
    return items;
  }

  /** Where the item begins that a mark is about, or -1 where it is about the object itself. */
  private int item(Mark mark, List<Integer> items) {
    if (mark.line() < words.get(0).line()) {
      return -1;
    }
    int last = -1;
    for (int item : items) {
      boolean behind = words.get(item).line() > mark.line();
      if (mark.alone() && behind) {
        return item;
      }
      if (!mark.alone() && !behind) {
        last = item;
      }
    }
    return last;
  }

  private String name(int index) {
    return Names.plain(words.get(index).token());
  }

  private String text(int index) {
    return index < words.size() ? words.get(index).token().text() : "";
  }
}
