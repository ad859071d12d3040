package io.liftlock.runtime.fix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What to write in its safe form, and how.
 *
 * @param files migration files; none for the migrations that databases do not have yet
 * @param rules the rules whose findings are mended; none for all
 * @param writing where the safe form goes
 * @param proofRows how many rows each table gets for the proof; empty for no proof
 * @param budget for how long a statement of the safe form may keep reads or writes waiting
 */
public record FixRequest(
    List<Path> files, Set<String> rules, Writing writing, OptionalInt proofRows, Duration budget) {

  /** How many rows tables get where nothing is said. */
  public static final int DEFAULT_ROWS = 100;

  /** Where the safe form goes. */
  public enum Writing {
    /** Nowhere; it is only shown. */
    SHOW,
    /** Into the migration's own file. */
    IN_PLACE,
    /** Its first transaction into the migration's own file, each other one into a new migration. */
    NEW_FILES
  }

  /** Copies the names. */
  public FixRequest {
    files = List.copyOf(files);
    rules = Set.copyOf(rules);
  }
}
