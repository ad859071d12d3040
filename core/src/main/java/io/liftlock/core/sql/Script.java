package io.liftlock.core.sql;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * SQL text cut into statements. A small script holds its statements; one too large for that cuts
 * its text again each time it is walked through, so that its size does not matter.
 */
public final class Script implements Iterable<Statement> {

  private final String file;
  private final Dialect dialect;
  private final Iterable<Statement> statements;
  private final int size;
  private final Checksum checksum;
  private final List<IgnoreComment> ignores;

  private Script(
      String file,
      Dialect dialect,
      Iterable<Statement> statements,
      int size,
      Checksum checksum,
      List<IgnoreComment> ignores) {
    this.file = file;
    this.dialect = dialect;
    this.statements = statements;
    this.size = size;
    this.checksum = checksum;
    this.ignores = List.copyOf(ignores);
  }

  /** A script that holds its statements. */
  public static Script of(String file, Dialect dialect, List<Statement> statements) {
    Checksum checksum = Checksum.EMPTY;
    for (Statement statement : statements) {
      checksum = checksum.then(statement.hash());
    }
    return new Script(
        file, dialect, List.copyOf(statements), statements.size(), checksum, List.of());
  }

  /** A script that holds its statements, where their checksum is known already. */
  static Script held(
      String file,
      Dialect dialect,
      List<Statement> statements,
      Checksum checksum,
      List<IgnoreComment> ignores) {
    return new Script(file, dialect, List.copyOf(statements), statements.size(), checksum, ignores);
  }

  /**
   * A script that is cut again at each walk.
   *
   * @param statements gives the same statements in the same order every time
   * @param size how many they are
   * @param checksum over all of them
   * @param ignores what its comments say to linting
   */
  static Script streamed(
      String file,
      Dialect dialect,
      Iterable<Statement> statements,
      int size,
      Checksum checksum,
      List<IgnoreComment> ignores) {
    return new Script(file, dialect, statements, size, checksum, ignores);
  }

  /** The path of the file it came from, as the user would write it. */
  public String file() {
    return file;
  }

  /** The dialect it was cut by. */
  public Dialect dialect() {
    return dialect;
  }

  /** How many statements it has. */
  public int size() {
    return size;
  }

  /** Whether it has no statement: an empty file, or one of comments alone. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** The chained checksum over all statements. */
  public Checksum checksum() {
    return checksum;
  }

  /** What the comments between its statements say to linting, in order. */
  public List<IgnoreComment> ignores() {
    return ignores;
  }

  /** Whether its statements are kept in memory. */
  public boolean isHeld() {
    return statements instanceof List;
  }

  @Override
  public Iterator<Statement> iterator() {
    return statements.iterator();
  }

  /** The statements in order. */
  public Stream<Statement> stream() {
    return StreamSupport.stream(statements.spliterator(), false);
  }
}
