package io.liftlock.engine.safety;

import io.liftlock.core.sql.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One case of a rule: what was there, what is migrated, and what is expected.
 *
 * @param file the file it stands in
 * @param line the 1-based line of its first comment
 * @param name what it is about
 * @param dialect whose SQL it is
 * @param majors the server versions it is about
 * @param transactional false with {@code -- transaction: none}
 * @param setup SQL of earlier migrations
 * @param migration SQL that is looked at
 * @param findings the rules that each line of the migration must have findings of, by 1-based line
 *     of the migration; 0 for the migration as a whole
 * @param expectation what forecast and trace must say, as written
 * @param untraced why it cannot be run on a real server, where it cannot
 */
record RuleCase(
    Path file,
    int line,
    String name,
    Dialect dialect,
    Set<Integer> majors,
    boolean transactional,
    String setup,
    String migration,
    Map<Integer, List<String>> findings,
    Optional<String> expectation,
    Optional<String> untraced) {

  /** The rule whose file it stands in. */
  String rule() {
    return file.getFileName().toString().replaceFirst("\\.sql$", "");
  }

  /** The newest version it is about. */
  int major() {
    return majors.stream().max(Integer::compare).orElseThrow();
  }

  @Override
  public String toString() {
    return file.getFileName() + ":" + line + " " + name;
  }
}
