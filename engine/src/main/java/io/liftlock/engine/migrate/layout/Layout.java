package io.liftlock.engine.migrate.layout;

import io.liftlock.core.sql.Section;
import io.liftlock.core.sql.SectionMarks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One way to lay out migration files in a folder. */
public interface Layout {

  /** The name that {@code layout:} and {@code --layout} use. */
  String name();

  /**
   * Whether the folder bears this layout's mark. The layouts are asked from the most specific to
   * the most general; the first that says yes has the folder.
   */
  boolean recognises(Folder folder);

  /**
   * Gives every SQL file its place; those without one are strays.
   *
   * @param folder the files
   * @param into what is found
   * @throws IOException where a file that must be looked into cannot be read
   */
  void arrange(Folder folder, Arrangement into) throws IOException;

  /** Comment lines that begin another section, where they stand outside any statement. */
  default SectionMarks sections() {
    return SectionMarks.NONE;
  }

  /**
   * The section that begins behind a line, for layouts whose own tool cuts a file at its marks
   * before it looks at the SQL; empty for every other line.
   *
   * @param line the line without its end
   */
  default Optional<Section> cutAt(String line) {
    return Optional.empty();
  }

  /** Whether {@link #cutAt} is to be asked. */
  default boolean cutsFiles() {
    return false;
  }

  /** Whether ids are consecutive numbers, so that a gap is worth a warning. */
  default boolean isStrictlyNumbered() {
    return false;
  }

  /** Whether each migration names its parents itself, the one before it included. */
  default boolean declaresParents() {
    return false;
  }

  /** Whether a new migration may be put into one of several folders. */
  default boolean hasBranches() {
    return false;
  }

  /** Whether one of these folders must be chosen, because none is the natural one. */
  default boolean needsBranch() {
    return false;
  }

  /**
   * The files of a new migration.
   *
   * @param scaffold what it shall be
   */
  List<NewFile> scaffold(Scaffold scaffold);
}
