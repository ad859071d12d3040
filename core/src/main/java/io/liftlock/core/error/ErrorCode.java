package io.liftlock.core.error;

import java.util.Locale;

/**
 * The stable names of everything that can go wrong. A code is public API from the day it lands; its
 * page is {@code docs/errors/<code in lower case, with hyphens>.md}.
 */
public enum ErrorCode {
  // Files, flags and configuration
  USAGE(ErrorKind.USER),
  CONFIG_INVALID(ErrorKind.USER),
  CONFIG_KEY_UNKNOWN(ErrorKind.USER),
  DATABASE_URL_INVALID(ErrorKind.USER),
  DATABASE_UNKNOWN(ErrorKind.USER),
  DATABASE_UNASSIGNED(ErrorKind.USER),
  DATABASE_UNSUPPORTED(ErrorKind.USER),
  FILE_UNREADABLE(ErrorKind.USER),
  FILE_NOT_UTF8(ErrorKind.USER),
  FILE_EXISTS(ErrorKind.USER),
  LAYOUT_UNKNOWN(ErrorKind.USER),
  LAYOUT_AMBIGUOUS(ErrorKind.USER),
  METADATA_INVALID(ErrorKind.USER),
  MIGRATION_DUPLICATE(ErrorKind.USER),
  MIGRATION_GAP(ErrorKind.USER),
  MIGRATION_UNKNOWN(ErrorKind.USER),
  ROLLBACK_ORPHAN(ErrorKind.USER),
  ROLLBACK_AMBIGUOUS(ErrorKind.USER),
  HEADER_UNKNOWN(ErrorKind.USER),
  HEADER_INVALID(ErrorKind.USER),
  GRAPH_CYCLE(ErrorKind.USER),
  PARENT_MISSING(ErrorKind.USER),
  HEADS_MANY(ErrorKind.USER),
  STATEMENT_UNTERMINATED(ErrorKind.USER),
  PSQL_COMMAND(ErrorKind.USER),
  COPY_DATA_MISPLACED(ErrorKind.USER),
  BRANCHES_OVERLAP(ErrorKind.FOUND),
  SCHEMA_SOURCE_INVALID(ErrorKind.USER),
  SNAPSHOT_UNREADABLE(ErrorKind.USER),
  SNAPSHOT_MISSING(ErrorKind.USER),
  MODEL_MISSING(ErrorKind.USER),
  MODEL_INVALID(ErrorKind.USER),
  RENAME_INVALID(ErrorKind.USER),
  TABLE_UNKNOWN(ErrorKind.USER),
  SEED_INVALID(ErrorKind.USER),
  COPY_MAPPING_INVALID(ErrorKind.USER),
  COPY_SAME_DATABASE(ErrorKind.USER),
  RULE_UNKNOWN(ErrorKind.USER),
  LINT_IGNORE_INVALID(ErrorKind.USER),
  GIT_FAILED(ErrorKind.USER),

  // The state forbids it
  HISTORY_CHANGED(ErrorKind.STATE),
  HISTORY_BROKEN(ErrorKind.STATE),
  HISTORY_FOREIGN(ErrorKind.STATE),
  HISTORY_TOO_NEW(ErrorKind.STATE),
  MIGRATION_LATE(ErrorKind.STATE),
  MIGRATION_MISSING(ErrorKind.STATE),
  MIGRATION_BLOCKED(ErrorKind.STATE),
  MIGRATION_APPLIED(ErrorKind.STATE),
  MIGRATION_NOT_LAST(ErrorKind.STATE),
  ROLLBACK_MISSING(ErrorKind.STATE),
  TRANSACTION_IMPOSSIBLE(ErrorKind.STATE),
  FOREIGN_KEYS_NOT_SWITCHED(ErrorKind.STATE),
  LOCK_HELD(ErrorKind.STATE),
  LOCK_LOST(ErrorKind.STATE),
  PLAN_OUTDATED(ErrorKind.STATE),
  NOT_DISPOSABLE(ErrorKind.STATE),
  CONFIRMATION_MISSING(ErrorKind.STATE),
  NOT_MODELLED(ErrorKind.STATE),
  CHANGE_IMPOSSIBLE(ErrorKind.STATE),
  PROOF_FAILED(ErrorKind.STATE),
  SCRATCH_UNAVAILABLE(ErrorKind.STATE),
  COPY_RUNNING(ErrorKind.STATE),
  COPY_UNFINISHED(ErrorKind.STATE),
  COPY_PLAN_CHANGED(ErrorKind.STATE),
  COPY_DOES_NOT_FIT(ErrorKind.STATE),
  COPY_TARGET_FILLED(ErrorKind.STATE),
  CONSISTENCY_WEAK(ErrorKind.STATE),
  ROWS_HIDDEN(ErrorKind.STATE),
  ROW_TOO_LARGE(ErrorKind.STATE),
  VALUES_MISFIT(ErrorKind.STATE),
  SPACE_TOO_SMALL(ErrorKind.STATE),
  SOURCE_EXPIRES(ErrorKind.STATE),
  LINT_REFUSED(ErrorKind.STATE),
  WINDOW_CLOSED(ErrorKind.STATE),

  // The database refused
  CONNECTION_FAILED(ErrorKind.DATABASE),
  CONNECTION_LOST(ErrorKind.DATABASE),
  AUTHENTICATION_FAILED(ErrorKind.DATABASE),
  PRIVILEGE_MISSING(ErrorKind.DATABASE),
  DATABASE_READ_ONLY(ErrorKind.DATABASE),
  DISK_FULL(ErrorKind.DATABASE),
  STATEMENT_FAILED(ErrorKind.DATABASE),
  STATEMENT_NOT_TRANSACTIONAL(ErrorKind.DATABASE),
  LOCK_TIMEOUT(ErrorKind.DATABASE),
  HOLD_EXCEEDED(ErrorKind.DATABASE),
  FOREIGN_KEYS_VIOLATED(ErrorKind.DATABASE),
  VERIFY_FAILED(ErrorKind.DATABASE),
  SERVER_START_FAILED(ErrorKind.DATABASE),

  // Half-way
  MIGRATION_STOPPED(ErrorKind.PARTIAL),
  COPY_STOPPED(ErrorKind.PARTIAL),

  // Found by a check
  CHECK_FOUND(ErrorKind.FOUND),
  LINT_FOUND(ErrorKind.FOUND),
  LINT_IGNORE_UNUSED(ErrorKind.FOUND),
  TRACE_FOUND(ErrorKind.FOUND),
  ROWS_DIFFER(ErrorKind.FOUND),
  TABLE_NOT_COMPARED(ErrorKind.FOUND),

  BUG(ErrorKind.BUG);

  private final ErrorKind kind;

  ErrorCode(ErrorKind kind) {
    this.kind = kind;
  }

  /** Whose move it is. */
  public ErrorKind kind() {
    return kind;
  }

  /** The name of the code's page below {@code docs/errors/}, without the ending. */
  public String page() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
