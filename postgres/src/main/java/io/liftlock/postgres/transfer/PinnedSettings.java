package io.liftlock.postgres.transfer;

/**
 * The settings of every connection that moves or hashes rows: what the text of a value depends on,
 * and what would end a long statement. Rows that a policy would hide are an error instead.
 */
final class PinnedSettings {

  /**
   * Timeouts are found in {@code pg_settings}, since older servers do not have all of them. Money
   * is written with two digits and no sign of a country, so that the number behind it stays the
   * same whatever currency each server is set to. Just-in-time compilation is off, since each chunk
   * is a statement of its own; parallel plans are, since chunks are read in parallel already.
   */
  private static final String SQL =
      """
      SELECT pg_catalog.set_config('search_path', '', %1$s),
             pg_catalog.set_config('client_encoding', 'UTF8', %1$s),
             pg_catalog.set_config('TimeZone', 'UTC', %1$s),
             pg_catalog.set_config('DateStyle', 'ISO, MDY', %1$s),
             pg_catalog.set_config('IntervalStyle', 'postgres', %1$s),
             pg_catalog.set_config('bytea_output', 'hex', %1$s),
             pg_catalog.set_config('extra_float_digits', '1', %1$s),
             pg_catalog.set_config('lc_monetary', 'C', %1$s),
             pg_catalog.set_config('xmlbinary', 'base64', %1$s),
             pg_catalog.set_config('xmloption', 'content', %1$s),
             pg_catalog.set_config('quote_all_identifiers', 'off', %1$s),
             pg_catalog.set_config('standard_conforming_strings', 'on', %1$s),
             pg_catalog.set_config('row_security', 'off', %1$s),
             pg_catalog.set_config('jit', 'off', %1$s),
             pg_catalog.set_config('max_parallel_workers_per_gather', '0', %1$s),
             pg_catalog.set_config('synchronize_seqscans', 'off', %1$s),
             (SELECT pg_catalog.count(pg_catalog.set_config(s.name, '0', %1$s))
                FROM pg_catalog.pg_settings s
               WHERE s.name IN ('statement_timeout', 'lock_timeout', 'transaction_timeout',
                                'idle_in_transaction_session_timeout', 'idle_session_timeout'))\
      """;

  private PinnedSettings() {}

  /** One query after which they are in force until the connection ends. */
  static String forSession() {
    return SQL.formatted("false");
  }

  /**
   * One query after which they are in force until the transaction ends. It may not come before SET
   * TRANSACTION SNAPSHOT, since it takes a snapshot itself.
   */
  static String forTransaction() {
    return SQL.formatted("true");
  }
}
