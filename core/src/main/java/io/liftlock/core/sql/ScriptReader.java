package io.liftlock.core.sql;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQL text and cuts it into the statements that a server gets, as psql or the sqlite3 shell
 * would send them. A script whose statements do not fit into {@link #HELD_BYTES} is cut again at
 * each walk. Not safe for use by several threads; one reader serves any number of files.
 */
public final class ScriptReader {

  /** How much text of a script's statements is kept in memory, in bytes. */
  static final int HELD_BYTES = 4 << 20;

  /** How much text of comment lines is kept, in characters; what comes later is left out. */
  static final int COMMENT_CHARACTERS = 1 << 20;

  private static final int STATEMENT_OVERHEAD = 256;

  private final TokenHash hash = new TokenHash();
  private final byte[] buffer = new byte[Lexer.BUFFER];

  /** A reader. */
  public ScriptReader() {}

  /**
   * Reads a migration file.
   *
   * @param source its bytes, in UTF-8
   * @param dialect whose rules decide where a statement ends
   * @param marks which comment lines begin another section
   * @param problems takes everything that is wrong with the file: {@link
   *     ErrorCode#FILE_UNREADABLE}, {@link ErrorCode#FILE_NOT_UTF8}, {@link
   *     ErrorCode#STATEMENT_UNTERMINATED}, {@link ErrorCode#PSQL_COMMAND}
   * @return what could be read; statements with a problem are left out. Comment lines beyond {@link
   *     #COMMENT_CHARACTERS} are left out, too: headers stand before them
   */
  public ScriptFile read(
      ScriptSource source, Dialect dialect, SectionMarks marks, Problems problems) {
    List<CommentLine> comments = new ArrayList<>();
    int[] commentCharacters = {0};
    SectionBuilder up = new SectionBuilder(source, dialect, marks, Section.UP);
    SectionBuilder down = new SectionBuilder(source, dialect, marks, Section.DOWN);
    boolean[] sawDown = {false};
    SectionMarks watched =
        line -> {
          Optional<Section> next = marks.sectionAfter(line);
          sawDown[0] |= next.isPresent() && next.get() == Section.DOWN;
          return next;
        };
    try (InputStream in = source.open(0)) {
      StatementCutter cutter =
          new StatementCutter(
              source,
              dialect,
              watched,
              problems,
              comment -> {
                (comment.section() == Section.UP ? up : down).ignores.add(comment);
                commentCharacters[0] += comment.raw().length();
                if (commentCharacters[0] <= COMMENT_CHARACTERS) {
                  comments.add(comment);
                }
              },
              comment -> (comment.section() == Section.UP ? up : down).ignores.add(comment),
              hash,
              in,
              Lexer.Mark.START,
              Section.UP,
              buffer);
      for (Statement statement = cutter.next(); statement != null; statement = cutter.next()) {
        SectionBuilder builder = cutter.section() == Section.UP ? up : down;
        builder.add(statement, cutter.statementMark(), hash);
      }
    } catch (IOException e) {
      problems.add(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE, "cannot read " + source.file() + ": " + e.getMessage())
              .at(Place.of(source.file()))
              .action("check that the file exists and may be read"));
    }
    return new ScriptFile(
        source.file(),
        List.copyOf(comments),
        up.build(),
        sawDown[0] ? Optional.of(down.build()) : Optional.empty());
  }

  /**
   * Cuts text that is already in memory, without sections.
   *
   * @param file the path for spans and errors
   * @throws io.liftlock.core.error.UserError with everything that is wrong with it
   */
  public Script read(String file, String sql, Dialect dialect) {
    Problems problems = new Problems();
    ScriptFile read = read(ScriptSource.of(file, sql), dialect, SectionMarks.NONE, problems);
    problems.throwIfErrors();
    return read.up();
  }

  /** Collects the statements of one section, until they are too many to keep. */
  private static final class SectionBuilder {

    private final ScriptSource source;
    private final Dialect dialect;
    private final SectionMarks marks;
    private final Section section;
    private final IgnoreComments ignores = new IgnoreComments();
    private @Nullable List<Statement> held = new ArrayList<>();
    private long heldBytes;
    private Lexer.Mark begin = Lexer.Mark.START;
    private int size;
    private String checksum = Checksum.EMPTY.hex();

    SectionBuilder(ScriptSource source, Dialect dialect, SectionMarks marks, Section section) {
      this.source = source;
      this.dialect = dialect;
      this.marks = marks;
      this.section = section;
    }

    void add(Statement statement, Lexer.Mark mark, TokenHash hash) {
      if (size == 0) {
        begin = mark;
      }
      size++;
      checksum = hash.chain(checksum, statement.hash());
      List<Statement> list = held;
      if (list != null) {
        heldBytes += STATEMENT_OVERHEAD + (statement.isLarge() ? 0 : statement.length());
        if (heldBytes > HELD_BYTES) {
          held = null;
        } else {
          list.add(statement);
        }
      }
    }

    Script build() {
      Checksum all = new Checksum(Checksum.TOKENS_1, checksum);
      List<Statement> list = held;
      if (list != null) {
        return Script.held(source.file(), dialect, list, all, ignores.all());
      }
      Lexer.Mark from = begin;
      int count = size;
      return Script.streamed(
          source.file(),
          dialect,
          () -> new Walk(source, dialect, marks, section, from, count),
          count,
          all,
          ignores.all());
    }
  }

  /** Cuts a section's statements again, one by one. */
  private static final class Walk implements Iterator<Statement> {

    private final StatementCutter cutter;
    private final Problems problems = new Problems();
    private final Section section;
    private final ScriptSource source;
    private int left;

    Walk(
        ScriptSource source,
        Dialect dialect,
        SectionMarks marks,
        Section section,
        Lexer.Mark from,
        int count) {
      this.section = section;
      this.source = source;
      this.left = count;
      try {
        this.cutter =
            new StatementCutter(
                source,
                dialect,
                marks,
                problems,
                comment -> {},
                comment -> {},
                new TokenHash(),
                new ReopenedStream(source, from.offset()),
                from,
                section,
                new byte[Lexer.BUFFER]);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Statement next() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      try {
        for (Statement statement = cutter.next(); statement != null; statement = cutter.next()) {
          if (cutter.section() == section) {
            left--;
            return statement;
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      problems.throwIfErrors();
      throw new UncheckedIOException(
          new IOException(source.file() + " was changed while it was being used"));
    }
  }
}
