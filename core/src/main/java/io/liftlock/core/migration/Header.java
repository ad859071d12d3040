package io.liftlock.core.migration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the comments at the head of a migration say, as data.
 *
 * @param fields every recognised key in its usual spelling and its text, in the file's order
 * @param rollback SQL of a {@code Rollback:} comment, if one is given
 * @param settings parameters to set for this migration only ({@code work_mem} …)
 * @param database the database or engine named by {@code Database:}, or null
 * @param depends ids named by {@code Depends:}
 * @param transactional false with {@code Transaction: none} or another layout's mark for it
 * @param lockTimeout the budget of one try to get a lock, or null for the environment's
 * @param statementTimeout the budget of one statement, or null for the environment's
 */
public record Header(
    Map<String, String> fields,
    Optional<String> rollback,
    Map<String, String> settings,
    @Nullable String database,
    List<MigrationId> depends,
    boolean transactional,
    @Nullable Duration lockTimeout,
    @Nullable Duration statementTimeout) {

  /** The header of a file without comments. */
  public static final Header EMPTY =
      new Header(Map.of(), Optional.empty(), Map.of(), null, List.of(), true, null, null);

  private static final Pattern IRREVERSIBLE =
      Pattern.compile(
          "(?is)(?:none|not possible|impossible)\\b[\\s,.:;(–—-]*(?:because\\b|since\\b)?(.*)");

  /**
   * Why there is no rollback, where the author says so: {@code Rollback: none because the values
   * cannot be told apart any more}. Empty where no reason is given.
   */
  public Optional<String> irreversibleBecause() {
    String said = fields.getOrDefault(HeaderKey.ROLLBACK.spelling(), "").strip();
    Matcher matcher = IRREVERSIBLE.matcher(said);
    return rollback.isPresent() || !matcher.matches()
        ? Optional.empty()
        : Optional.of(matcher.group(1).strip()).filter(reason -> !reason.isEmpty());
  }

  /** The same header for a script that must not run in one transaction. */
  public Header withoutTransaction() {
    return new Header(
        fields, rollback, settings, database, depends, false, lockTimeout, statementTimeout);
  }
}
