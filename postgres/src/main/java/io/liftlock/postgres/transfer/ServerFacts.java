package io.liftlock.postgres.transfer;

import io.liftlock.core.transfer.ServerSize;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;

/** Which database and server a connection leads to, and how much that server can bear. */
final class ServerFacts {

  private static final String DOING = "the server cannot be asked what it is";

  /**
   * A calculation that takes about 50 milliseconds of one present processor. It is longer than the
   * share that a small cloud server has of a tenth of a second, so that one cannot be finished
   * before it is throttled.
   */
  private static final String CALCULATION =
      """
      SELECT pg_catalog.count(pg_catalog.sha256(pg_catalog.int8send(g)))
        FROM pg_catalog.generate_series(1::pg_catalog.int8, 140000) AS g\
      """;

  /** How many times ten milliseconds that is. */
  private static final int TENS = 5;

  /** A moment's load is not a small server: the fastest of so many calculations counts. */
  private static final int TRIES = 3;

  /** A response this slow is that of a fraction of a processor. */
  private static final long SLOW_MILLIS = 50;

  /** So little is configured for buffers only where there is little. */
  private static final long SMALL_BUFFERS = 64L << 20;

  private final Questions questions;

  ServerFacts(Link link) {
    this(Questions.over(link));
  }

  ServerFacts(Questions questions) {
    this.questions = questions;
  }

  /** The cluster and the database in it. */
  String identity() {
    return cluster()
        + "/"
        + questions
            .ask(
                DOING,
                """
                SELECT d.oid FROM pg_catalog.pg_database d
                 WHERE d.datname = pg_catalog.current_database()\
                """)
            .required(0, 0);
  }

  /** The cluster and when its server was started, which a copy of it on another machine has not. */
  String server() {
    return cluster()
        + "/"
        + questions
            .ask(
                DOING,
                """
                SELECT (EXTRACT(epoch FROM pg_catalog.pg_postmaster_start_time()) * 1000000)
                         ::pg_catalog.int8\
                """)
            .required(0, 0);
  }

  /**
   * The number that initdb gave the cluster and that it keeps wherever it is moved. A role that may
   * not ask for it takes the address that the server listens on, which changes with a move.
   */
  private String cluster() {
    Reply reply =
        questions.ask(
            DOING,
            """
            SELECT pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE'),
                   COALESCE(pg_catalog.host(pg_catalog.inet_server_addr()), 'local') || ':'
                     || COALESCE(pg_catalog.inet_server_port(), 0)\
            """);
    // A query of its own, since the privilege is needed even where a condition is false.
    return reply.isTrue(0, 0)
        ? questions
            .ask(DOING, "SELECT s.system_identifier FROM pg_catalog.pg_control_system() s")
            .required(0, 0)
        : reply.required(0, 1);
  }

  ServerSize size() {
    ServerSize size = sizeNow();
    for (int tries = 1; tries < TRIES && size.responseMillis() >= SLOW_MILLIS; tries++) {
      ServerSize again = sizeNow();
      size = again.responseMillis() < size.responseMillis() ? again : size;
    }
    return size;
  }

  private ServerSize sizeNow() {
    Reply reply =
        questions.ask(
            DOING,
            """
            WITH before AS MATERIALIZED (SELECT pg_catalog.clock_timestamp() AS at),
                 work AS MATERIALIZED (SELECT (%s) AS done FROM before)
            SELECT (SELECT pg_catalog.sum(CASE s.name WHEN 'max_connections' THEN 1 ELSE -1 END
                                          * s.setting::pg_catalog.int8)
                      FROM pg_catalog.pg_settings s
                     WHERE s.name IN ('max_connections', 'superuser_reserved_connections',
                                      'reserved_connections'))
                   - (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity a
                       WHERE a.backend_type = 'client backend' OR a.backend_type IS NULL),
                   pg_catalog.pg_size_bytes(pg_catalog.current_setting('shared_buffers')),
                   (SELECT EXTRACT(epoch FROM pg_catalog.clock_timestamp() - b.at) * 1000
                      FROM before b, work w WHERE w.done > 0)::pg_catalog.int8\
            """
                .formatted(CALCULATION));
    long buffers = reply.number(0, 1);
    long response = Math.max(1, reply.number(0, 2) / TENS);
    return new ServerSize(
        (int) Math.max(0, reply.number(0, 0)),
        buffers,
        response,
        response >= SLOW_MILLIS || buffers <= SMALL_BUFFERS);
  }
}
