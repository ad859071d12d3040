package io.liftlock.postgres;

import io.liftlock.core.database.Work;
import io.liftlock.core.migration.LockRecord;
import io.liftlock.core.sql.LockMode;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL of the locks that a transaction takes on tables before the statements that need them, and
 * of how long it holds them. What is found out on the way stays in parameters of the transaction:
 *
 * <ul>
 *   <li>{@code liftlock.locks}, an array of objects: {@code n} the number of the claim, {@code s}
 *       and {@code t} schema and table, {@code b} and {@code g} when its wait began and it was
 *       granted, in seconds since 1970
 *   <li>{@code liftlock.statement_timeout}, what the statement timeout was before
 * </ul>
 */
final class TableLocks {

  /** What the limit on all locks together is longer than that on each. */
  private static final int MARGIN_MS = 100;

  private final Work.Lock lock;
  private final long sentAt = System.nanoTime();
  private boolean remembered;

  TableLocks(Work.Lock lock) {
    this.lock = lock;
  }

  Work.Lock lock() {
    return lock;
  }

  /** How long ago the locks were asked for, in milliseconds. */
  long sinceMs() {
    return (System.nanoTime() - sentAt) / 1_000_000;
  }

  /** Whether holding them has a limit. */
  boolean isLimited() {
    return !lock.hold().isZero();
  }

  /** Whether all of them together have taken as long as they may. */
  boolean isLate() {
    return sinceMs() >= lock.patience().toMillis() + MARGIN_MS;
  }

  /**
   * Limits what follows: each lock by lock_timeout, from here to the end of the transaction, and
   * all of them together by statement_timeout, since lock_timeout begins anew with each. What the
   * script has set to less stays.
   */
  String limitWait() {
    return """
    SELECT pg_catalog.set_config('liftlock.locks', '', true),
           pg_catalog.set_config('liftlock.statement_timeout',
             pg_catalog.current_setting('statement_timeout'), true),
           pg_catalog.set_config('lock_timeout', LEAST(NULLIF(%1$s, 0), %3$d)::text, true),
           pg_catalog.set_config('statement_timeout',
             LEAST(NULLIF(%2$s, 0), %1$s + %4$d)::text, true)\
    """
        .formatted(
            milliseconds("lock_timeout"),
            milliseconds("statement_timeout"),
            Math.max(1, lock.patience().toMillis()),
            MARGIN_MS);
  }

  /**
   * Takes the locks, in the order of their names. LOCK TABLE takes tables only: of views it would
   * lock what they read, of indexes and sequences nothing. This role needs a privilege for it that
   * the statement behind it may do without. A table that is not there is the statement's matter.
   */
  String take() {
    List<String> claims = new ArrayList<>();
    for (LockRecord record : lock.locks()) {
      claims.add(
          "(%d, %s, %s, %s)"
              .formatted(
                  claims.size(),
                  Quoted.literal(record.relation().schema()),
                  Quoted.literal(record.relation().name()),
                  Quoted.literal(record.mode().sql())));
    }
    String body =
        """
        DECLARE
          claim pg_catalog.record;
          began pg_catalog.timestamptz;
        BEGIN
          FOR claim IN
            SELECT w.number, n.nspname, c.relname, w.mode
              FROM (VALUES %s) AS w (number, schema_name, table_name, mode)
              JOIN pg_catalog.pg_class c ON c.relname = w.table_name::pg_catalog.name
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
               AND CASE WHEN w.schema_name IS NULL THEN pg_catalog.pg_table_is_visible(c.oid)
                        ELSE n.nspname = w.schema_name END
             WHERE c.relkind IN ('r', 'p')
               AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
               AND pg_catalog.has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE')
             ORDER BY n.nspname, c.relname
          LOOP
            began := pg_catalog.clock_timestamp();
            EXECUTE pg_catalog.format('LOCK TABLE ONLY %%I.%%I IN %%s MODE',
              claim.nspname, claim.relname, claim.mode);
            PERFORM pg_catalog.set_config('liftlock.locks',
              (COALESCE(NULLIF(pg_catalog.current_setting('liftlock.locks', true), ''),
                        '[]')::pg_catalog.jsonb
               || pg_catalog.jsonb_build_object('n', claim.number,
                    's', claim.nspname, 't', claim.relname,
                    'b', EXTRACT(epoch FROM began),
                    'g', EXTRACT(epoch FROM pg_catalog.clock_timestamp())))::text, true);
          END LOOP;
        END
        """
            .formatted(String.join(", ", claims));
    return "DO LANGUAGE plpgsql " + Quoted.literal(body);
  }

  /** Limits the next statement to what is left of the time that the locks may be held. */
  String limitHold() {
    if (!isLimited()) {
      return giveBack();
    }
    return """
    SELECT pg_catalog.set_config('statement_timeout',
      COALESCE(LEAST(NULLIF(%1$s, 0), GREATEST(1, %2$d - (
        EXTRACT(epoch FROM pg_catalog.clock_timestamp())
        - (NULLIF(pg_catalog.current_setting('liftlock.locks', true), '')::pg_catalog.jsonb
             -> 0 ->> 'g')::pg_catalog.numeric) * 1000)::pg_catalog.int8), 0)::text, true)\
    """
        .formatted(milliseconds("statement_timeout"), lock.hold().toMillis());
  }

  /** Gives the statements behind it the limit that they had before. */
  String giveBack() {
    return """
    SELECT pg_catalog.set_config('statement_timeout', COALESCE(NULLIF(
      pg_catalog.current_setting('liftlock.statement_timeout', true), ''), '0'), true)\
    """;
  }

  /** Whether what it is to be remembered by is on its way. */
  boolean isRemembered() {
    return remembered;
  }

  /** Writes down how long each lock was waited for and held until now. */
  String remember(HistoryLocation location) {
    remembered = true;
    List<String> claims = new ArrayList<>();
    for (LockRecord record : lock.locks()) {
      claims.add(
          "(%d, %s, %s, %s, %d, %s, %d)"
              .formatted(
                  claims.size(),
                  Quoted.literal(record.version()),
                  Quoted.literal(record.direction().word()),
                  Quoted.literal(record.batch()),
                  record.ordinal(),
                  Quoted.literal(record.mode().word()),
                  record.waitedMs()));
    }
    return """
    INSERT INTO liftlock.lock AS o (history_schema, history_table, version, direction, batch,
                  ordinal, schema_name, table_name, mode, waited_ms, held_ms)
    SELECT %1$s, %2$s, w.version, w.direction, w.batch, w.ordinal, l.s, l.t, w.mode,
           w.lost + ((l.g - l.b) * 1000)::pg_catalog.int8,
           ((EXTRACT(epoch FROM pg_catalog.clock_timestamp()) - l.g) * 1000)::pg_catalog.int8
      FROM (VALUES %3$s) AS w (number, version, direction, batch, ordinal, mode, lost)
      JOIN pg_catalog.jsonb_to_recordset(
             NULLIF(pg_catalog.current_setting('liftlock.locks', true), '')::pg_catalog.jsonb)
           AS l (n pg_catalog.int4, s pg_catalog.text, t pg_catalog.text,
                 b pg_catalog.numeric, g pg_catalog.numeric)
        ON l.n = w.number
    ON CONFLICT (history_schema, history_table, version, direction, batch, ordinal, schema_name,
                 table_name)
    DO UPDATE SET mode = excluded.mode, waited_ms = o.waited_ms + excluded.waited_ms,
                  held_ms = o.held_ms + excluded.held_ms\
    """
        .formatted(
            Quoted.literal(location.schema()),
            Quoted.literal(location.table()),
            String.join(", ", claims));
  }

  /** The tables that are locked, for people. */
  String tables() {
    return lock.locks().stream()
        .map(record -> record.relation().toString())
        .collect(Collectors.joining(", "));
  }

  /** Whether others' reads wait, not only their writes. */
  boolean blocksReads() {
    return lock.locks().stream().map(LockRecord::mode).anyMatch(LockMode::blocksReads);
  }

  private static String milliseconds(String parameter) {
    return "(EXTRACT(epoch FROM pg_catalog.current_setting('"
        + parameter
        + "')::pg_catalog.interval) * 1000)::pg_catalog.int8";
  }
}
