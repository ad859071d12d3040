package io.liftlock.postgres;

import io.liftlock.core.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several statements that travel to the server as one, and what each of them is for. Statements are
 * separated on lines of their own, so that a comment at a statement's end cannot swallow what
 * follows.
 */
final class Message {

  /** What a statement of the message is for. */
  enum Part {
    BEGIN,
    /** A person's statement. */
    RUN,
    /** Takes locks on tables. */
    LOCK,
    /** Tells the server's clock between two statements. */
    CLOCK,
    APPEND,
    REMEMBER,
    COMMIT,
    /** Brings the session back; its failure does not undo what is committed. */
    TIDY,
    OTHER
  }

  /**
   * One statement of the message.
   *
   * @param part what it is for
   * @param workIndex the piece of work it belongs to, or -1
   * @param start where it begins in the message, in UTF-16 units
   * @param end where it ends
   * @param statement the person's statement, or null
   */
  record Piece(Part part, int workIndex, int start, int end, @Nullable Statement statement) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();

  /** Adds a statement of ours. */
  Message add(Part part, int workIndex, String sql) {
    return add(part, workIndex, null, sql);
  }

  /** Adds a person's statement. */
  Message run(int workIndex, Statement statement, String sql) {
    return add(Part.RUN, workIndex, statement, sql);
  }

  private Message add(Part part, int workIndex, @Nullable Statement statement, String sql) {
    int start = text.length();
    pieces.add(new Piece(part, workIndex, start, start + sql.length(), statement));
    text.append(sql).append("\n;\n");
    return this;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /**
   * The statement at a place in the message, for what fails before anything of it has run: the
   * server parses all of it first.
   *
   * @param position in code points from 0, or -1 for the first statement
   */
  Piece at(int position) {
    Piece found = pieces.get(0);
    if (position >= 0 && position <= text.codePointCount(0, text.length())) {
      int index = text.offsetByCodePoints(0, position);
      for (Piece piece : pieces) {
        found = piece.start() <= index ? piece : found;
      }
    }
    return found;
  }

  /** The text of one statement of it. */
  String sql(Piece piece) {
    return text.substring(piece.start(), piece.end());
  }

  String text() {
    return text.toString();
  }

  int length() {
    return text.length();
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }
}
