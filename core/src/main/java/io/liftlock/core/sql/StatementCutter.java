package io.liftlock.core.sql;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cuts a script into statements, one at a time, and tells the comment lines between them. */
final class StatementCutter {

  private final ScriptSource source;
  private final Dialect dialect;
  private final SectionMarks marks;
  private final Problems problems;
  private final Consumer<CommentLine> comments;
  private final Consumer<CommentLine> trailing;
  private @Nullable CommentLine behindLastToken;
  private final TokenHash hash;
  private final Lexer lexer;
  private final StatementEnd end;
  private Section section;
  private boolean stringsOutsideTransaction;
  private Lexer.Mark statementMark = Lexer.Mark.START;

  /**
   * @param in the script from the mark on; the caller closes it
   * @param mark where the stream begins in the script
   * @param section the section it begins in
   * @param comments takes each comment line outside statements
   * @param trailing takes each comment behind a statement on its line
   * @param buffer as in {@link Lexer#of(Dialect, InputStream, TokenHash, Lexer.Mark, byte[])}
   */
  StatementCutter(
      ScriptSource source,
      Dialect dialect,
      SectionMarks marks,
      Problems problems,
      Consumer<CommentLine> comments,
      Consumer<CommentLine> trailing,
      TokenHash hash,
      InputStream in,
      Lexer.Mark mark,
      Section section,
      byte[] buffer)
      throws IOException {
    this.source = source;
    this.dialect = dialect;
    this.marks = marks;
    this.problems = problems;
    this.comments = comments;
    this.trailing = trailing;
    this.hash = hash;
    this.lexer = Lexer.of(dialect, in, hash, mark, buffer);
    this.end = StatementEnd.of(dialect);
    this.section = section;
    this.stringsOutsideTransaction = mark.standardStrings();
  }

  /** The section of the statement cut last. */
  Section section() {
    return section;
  }

  /** Where the statement cut last began. */
  Lexer.Mark statementMark() {
    return statementMark;
  }

  /** The next statement, or null at the end. */
  @Nullable Statement next() throws IOException {
    for (; ; ) {
      switch (lexer.next()) {
        case LINE_COMMENT -> lineComment();
        case BLOCK_COMMENT -> blockComment();
        case SEMICOLON -> {
          // An empty statement is nothing to run.
        }
        case BACKSLASH -> {
          if (dialect == Dialect.POSTGRES) {
            psqlCommand(true);
          }
        }
        case END -> {
          reportNotUtf8();
          return null;
        }
        default -> {
          Statement statement = statement();
          if (statement != null) {
            return statement;
          }
        }
      }
    }
  }

  private @Nullable Statement statement() throws IOException {
    statementMark = lexer.mark();
    lexer.beginText();
    end.reset();
    boolean settings = dialect == Dialect.POSTGRES && mayChangeStrings();
    long behind = lexer.end();
    boolean healthy = true;
    for (Lexer.Kind kind = lexer.kind(); ; kind = lexer.next()) {
      switch (kind) {
        case LINE_COMMENT -> {
          behindLastToken = trailingComment();
          continue;
        }
        case BLOCK_COMMENT -> {
          healthy &= isClosed();
          continue;
        }
        case SEMICOLON -> {
          if (end.semicolon()) {
            return finish(behind, healthy, settings);
          }
        }
        case BACKSLASH -> {
          if (dialect == Dialect.POSTGRES) {
            healthy = false;
            if (psqlCommand(false)) {
              return finish(behind, false, settings);
            }
            continue;
          }
          end.token(lexer);
        }
        case END -> {
          if (lexer.isNotUtf8()) {
            healthy = false;
          } else if (healthy && !end.open().isEmpty()) {
            healthy = false;
            unterminated(end.open(), place(statementMark));
          }
          return finish(behind, healthy, settings);
        }
        default -> {
          end.token(lexer);
          healthy &= isClosed();
        }
      }
      lexer.hashToken();
      behindLastToken = null;
      behind = lexer.end();
    }
  }

  private boolean mayChangeStrings() {
    return lexer.is("set")
        || lexer.is("reset")
        || lexer.is("commit")
        || lexer.is("end")
        || lexer.is("rollback")
        || lexer.is("abort");
  }

  private @Nullable Statement finish(long behind, boolean healthy, boolean settings)
      throws IOException {
    @Nullable String text = lexer.endText(behind);
    // It stands in front of the semicolon, and so belongs to no text.
    if (behindLastToken != null) {
      trailing.accept(behindLastToken);
      behindLastToken = null;
    }
    Span span =
        new Span(
            source.file(),
            statementMark.line(),
            statementMark.column(),
            statementMark.offset(),
            behind);
    @Nullable Span data = null;
    if (healthy && end.isCopyFromStdin()) {
      data = copyData();
    }
    String value = hash.finish();
    if (!healthy) {
      return null;
    }
    if (settings && text != null) {
      followStringSetting(text);
    }
    return new Statement(text, span, value, source, data);
  }

  /** A COPY's data begin in the line behind its semicolon, so nothing else may stand there. */
  private Span copyData() throws IOException {
    Place behind = new Place(source.file(), lexer.line(), lexer.column() + 1);
    String rest = lexer.skipLine();
    int blank = skipBlank(rest, 0);
    if (blank < rest.length() && !rest.startsWith("--", blank)) {
      problems.add(
          Problem.error(
                  ErrorCode.COPY_DATA_MISPLACED,
                  "something follows COPY … FROM stdin in its line, but its data begin in the next"
                      + " one")
              .at(new Place(behind.file(), behind.line(), behind.column() + blank))
              .action("begin the next statement behind the line \\. that ends the data"));
    }
    int line = lexer.currentLine() + 1;
    long start = lexer.copyData();
    return new Span(source.file(), line, 1, start, lexer.copyEnd());
  }

  /**
   * Follows {@code SET standard_conforming_strings}, because it decides where the strings behind it
   * end.
   */
  private void followStringSetting(String text) throws IOException {
    Lexer words = Lexer.of(Dialect.POSTGRES, text);
    words.next();
    boolean reset = words.is("reset");
    if (!reset && !words.is("set")) {
      // SET LOCAL ends with its transaction.
      lexer.standardStrings(stringsOutsideTransaction);
      return;
    }
    nextToken(words);
    boolean local = words.is("local");
    if (local || words.is("session")) {
      nextToken(words);
    }
    boolean all = reset && words.is("all");
    if (!all && !words.is("standard_conforming_strings")) {
      return;
    }
    boolean standard = true;
    if (!reset) {
      nextToken(words);
      nextToken(words);
      String value = words.text().replace("'", "").replace("\"", "").toLowerCase(Locale.ROOT);
      standard =
          !(value.equals("0")
              || value.equals("off")
              || value.equals("of")
              || (value.length() > 0 && ("false".startsWith(value) || "no".startsWith(value))));
    }
    lexer.standardStrings(standard);
    if (!local) {
      stringsOutsideTransaction = standard;
    }
  }

  private static void nextToken(Lexer lexer) throws IOException {
    Lexer.Kind kind;
    do {
      kind = lexer.next();
    } while (kind == Lexer.Kind.LINE_COMMENT || kind == Lexer.Kind.BLOCK_COMMENT);
  }

  private boolean isClosed() {
    Lexer.Unclosed unclosed = lexer.unclosed();
    if (unclosed == null || lexer.isNotUtf8()) {
      return unclosed == null;
    }
    unterminated(
        unclosed.what() + " is opened here and never closed",
        new Place(source.file(), lexer.line(), lexer.column()));
    return false;
  }

  private void unterminated(String what, Place place) {
    problems.add(
        Problem.error(ErrorCode.STATEMENT_UNTERMINATED, what)
            .at(place)
            .action("close it; everything behind it was taken as a part of it"));
  }

  private Place place(Lexer.Mark mark) {
    return new Place(source.file(), mark.line(), mark.column());
  }

  private void reportNotUtf8() {
    if (!lexer.isNotUtf8()) {
      return;
    }
    problems.add(
        Problem.error(
                ErrorCode.FILE_NOT_UTF8,
                "the file is not UTF-8: the byte at offset " + lexer.end() + " fits no character")
            .at(new Place(source.file(), lexer.line(), lexer.column()))
            .action("save the file as UTF-8"));
  }

  /** Takes a psql command, and tells whether it ended the statement that it stands in. */
  private boolean psqlCommand(boolean atStart) throws IOException {
    Place place = new Place(source.file(), lexer.line(), lexer.column());
    String command = commandName(lexer.skipLine());
    if (atStart && (command.equals("\\restrict") || command.equals("\\unrestrict"))) {
      return false;
    }
    problems.add(
        Problem.error(
                ErrorCode.PSQL_COMMAND,
                command + " is a command of psql, not SQL, and no server understands it")
            .at(place)
            .action(PsqlCommands.advice(command)));
    return command.startsWith("\\g") || command.startsWith("\\crosstabview");
  }

  private static String commandName(String rest) {
    int length = 0;
    while (length < rest.length() && !Character.isWhitespace(rest.charAt(length))) {
      length++;
    }
    // A sign such as ; or . is a command's whole name.
    if (length > 0 && !Character.isLetter(rest.charAt(0))) {
      length = 1;
    }
    return "\\" + rest.substring(0, length);
  }

  private void lineComment() {
    if (!lexer.isFirstOnLine()) {
      CommentLine comment = trailingComment();
      if (comment != null) {
        trailing.accept(comment);
      }
      return;
    }
    String raw = withoutLineEnd(lexer.lineText());
    int begin = raw.indexOf("--");
    comment(raw, begin + 2, raw.length(), lexer.line());
    Optional<Section> next = marks.sectionAfter(raw);
    if (next.isPresent()) {
      section = next.get();
    }
  }

  /** The comment behind other tokens of its line, or null where it has a line of its own. */
  private @Nullable CommentLine trailingComment() {
    if (lexer.isFirstOnLine() || !lexer.isWhole()) {
      return null;
    }
    String raw = withoutLineEnd(lexer.text());
    int from = skipBlank(raw, 2);
    return new CommentLine(
        raw.substring(from).strip(), raw, lexer.line(), lexer.column() + from, section);
  }

  private void blockComment() {
    boolean closed = isClosed();
    if (!closed || !lexer.isFirstOnLine() || !lexer.isWhole()) {
      return;
    }
    String all = lexer.lineText();
    int from = 0;
    int line = lexer.line();
    while (from <= all.length()) {
      int lineEnd = all.indexOf('\n', from);
      int to = lineEnd < 0 ? all.length() : lineEnd;
      String raw = withoutLineEnd(all.substring(from, to));
      int textFrom = skipBlank(raw, 0);
      if (from == 0) {
        textFrom += 2;
      }
      int textTo = raw.length();
      if (lineEnd < 0) {
        textTo = Math.max(textFrom, textTo - 2);
      }
      while (textFrom < textTo && raw.charAt(textFrom) == '*') {
        textFrom++;
      }
      comment(raw, textFrom, textTo, line);
      if (lineEnd < 0) {
        return;
      }
      from = lineEnd + 1;
      line++;
    }
  }

  private void comment(String raw, int from, int to, int line) {
    int textFrom = skipBlank(raw, from);
    String text = textFrom < to ? raw.substring(textFrom, to).strip() : "";
    int column = raw.codePointCount(0, Math.min(textFrom, raw.length())) + 1;
    comments.accept(new CommentLine(text, raw, line, column, section));
  }

  private static int skipBlank(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static String withoutLineEnd(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
