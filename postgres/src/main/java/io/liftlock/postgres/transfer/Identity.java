package io.liftlock.postgres.transfer;

import io.liftlock.postgres.link.Reply;

/** Tells databases and servers apart, as far as every role may. */
final class Identity {

  private Identity() {}

  /**
   * The number that initdb gave the cluster, which stays when it is moved, and the database's own
   * within it. Where a role may not ask for that number, the server's address, port and the
   * database's name stand for it: equal tomorrow, though not after the server was moved.
   */
  static String database(Questions questions) {
    Reply reply =
        questions.ask(
            "the database's identity cannot be read",
            """
            SELECT pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE'),
                   d.oid, d.datname,
                   COALESCE(pg_catalog.host(pg_catalog.inet_server_addr()), 'local') || ':'
                     || COALESCE(pg_catalog.inet_server_port(), 0)
              FROM pg_catalog.pg_database d
             WHERE d.datname = pg_catalog.current_database()\
            """);
    if (!reply.isTrue(0, 0)) {
      return "postgresql:" + reply.required(0, 3) + ":" + reply.required(0, 2);
    }
    // A query of its own, since the server checks the privilege before it evaluates a condition.
    String cluster =
        questions
            .ask(
                "the cluster's identity cannot be read",
                "SELECT c.system_identifier FROM pg_catalog.pg_control_system() c")
            .required(0, 0);
    return "postgresql:" + cluster + ":" + reply.required(0, 1);
  }

  /** Where the server listens and since when it runs. */
  static String server(Questions questions) {
    return questions
        .ask(
            "the server cannot be asked who it is",
            """
            SELECT COALESCE(pg_catalog.host(pg_catalog.inet_server_addr()), 'local') || ':'
                     || COALESCE(pg_catalog.inet_server_port(), 0) || ' since '
                     || (EXTRACT(EPOCH FROM pg_catalog.pg_postmaster_start_time())
                         * 1000000)::pg_catalog.int8\
            """)
        .required(0, 0);
  }
}
