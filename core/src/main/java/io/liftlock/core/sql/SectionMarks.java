package io.liftlock.core.sql;

import java.util.Optional;

/** Tells which comment lines begin another section of a migration file. */
@FunctionalInterface
public interface SectionMarks {

  /** No line does: everything is {@link Section#UP}. */
  SectionMarks NONE = line -> Optional.empty();

  /**
   * The section that begins behind a line, if one does. Asked only for comment lines that stand
   * outside any statement and alone on their line.
   *
   * @param line the whole line without its line end, with the leading {@code --}
   */
  Optional<Section> sectionAfter(String line);
}
