package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import java.util.Collection;
import java.util.Set;

/** The locks that storage parameters need: {@code reloptions.c}. */
final class OptionLocks {

  /** Those that change what sessions do with a table or index at work. */
  private static final Set<String> STRONG =
      Set.of(
          "user_catalog_table",
          "autosummarize",
          "pages_per_range",
          "fastupdate",
          "gin_pending_list_limit",
          "buffering",
          "security_barrier",
          "security_invoker",
          "check_option");

  private OptionLocks() {}

  /** The strongest lock that any of them needs. */
  static LockMode of(Collection<String> options) {
    return options.stream().anyMatch(STRONG::contains)
        ? LockMode.ACCESS_EXCLUSIVE
        : LockMode.SHARE_UPDATE_EXCLUSIVE;
  }
}
