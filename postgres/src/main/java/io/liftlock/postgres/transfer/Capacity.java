package io.liftlock.postgres.transfer;

import io.liftlock.core.transfer.ServerSize;
import io.liftlock.postgres.link.Reply;

/** Finds out how much a server can bear. */
final class Capacity {

  private static final long TINY_BUFFERS = 64L << 20;

  /** How many times slower than a present processor makes a server tiny. */
  private static final int TINY_SLOWNESS = 8;

  /** What the calculation takes on a present processor, in milliseconds. */
  private static final int USUAL_MILLIS = 10;

  /**
   * Reserved connections for some roles came with release 16. The calculation is timed by the
   * server itself, so that the way to it does not count; it runs several times, since a server that
   * is held to a tenth of a processor has ten milliseconds of it at once and then none for ninety.
   */
  private static final String SQL =
      """
      SELECT pg_catalog.current_setting('max_connections')::pg_catalog.int8
               - pg_catalog.current_setting('superuser_reserved_connections')::pg_catalog.int8
               - COALESCE(pg_catalog.current_setting('reserved_connections', true),
                          '0')::pg_catalog.int8
               - (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity a
                   WHERE COALESCE(a.backend_type, 'client backend') = 'client backend'),
             pg_catalog.pg_size_bytes(pg_catalog.current_setting('shared_buffers')),
             (EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() - began.at) * 1000 / 6)
               ::pg_catalog.int8
        FROM (SELECT pg_catalog.clock_timestamp() AS at OFFSET 0) began,
             LATERAL (SELECT pg_catalog.count(pg_catalog.sha256(
                               pg_catalog.int8send(n)
                               || pg_catalog.timestamptz_send(began.at))) AS done
                        FROM pg_catalog.generate_series(1::pg_catalog.int8, %d) n
                      OFFSET 0) work
       WHERE work.done >= 0\
      """
          .formatted(6 * 12_000);

  private Capacity() {}

  static ServerSize measure(Questions questions) {
    Reply reply = questions.ask("the server cannot be asked how large it is", SQL);
    long connections = Math.max(0, reply.number(0, 0));
    long buffers = reply.number(0, 1);
    long millis = reply.number(0, 2);
    boolean tiny = buffers < TINY_BUFFERS || millis > TINY_SLOWNESS * USUAL_MILLIS;
    return new ServerSize((int) Math.min(connections, Integer.MAX_VALUE), buffers, millis, tiny);
  }
}
