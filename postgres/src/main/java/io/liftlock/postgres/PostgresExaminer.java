package io.liftlock.postgres;

import io.liftlock.core.database.Examiner;
import io.liftlock.core.database.ServerInfo;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.report.CheckResult;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what will work. Each check asks one question of its own, so that one that cannot be
 * made leaves the others alone.
 */
final class PostgresExaminer implements Examiner {

  private static final int OLDEST = 14;
  private static final int NEWEST_TRIED = 18;
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  private final Link link;
  private final Connector connector;
  private final PostgresHistory history;
  private final ServerInfo server;
  private final Clock clock;

  PostgresExaminer(
      Link link, Connector connector, PostgresHistory history, ServerInfo server, Clock clock) {
    this.link = link;
    this.connector = connector;
    this.history = history;
    this.server = server;
    this.clock = clock;
  }

  @Override
  public List<CheckResult> examine() {
    List<CheckResult> results = new ArrayList<>();
    results.add(version());
    results.add(role());
    results.add(writable());
    results.add(history());
    results.add(privileges());
    results.add(pooler());
    results.add(advisoryLocks());
    results.add(connections());
    results.add(clock());
    results.add(encoding());
    results.add(collation());
    results.add(timeouts());
    results.add(walLevel());
    results.add(longTransactions());
    results.add(preparedTransactions());
    results.add(
        CheckResult.passed(
            "disk", "not looked at: PostgreSQL does not tell how much space its server has free"));
    return results;
  }

  private CheckResult version() {
    String name = "server version";
    String detail = "PostgreSQL " + server.version();
    if (server.major() < OLDEST) {
      return CheckResult.failed(
          name,
          detail + " is older than " + OLDEST,
          "upgrade the server; liftlock is tried on 14 to 18");
    }
    if (server.major() > NEWEST_TRIED) {
      return CheckResult.warned(
          name, detail + " is newer than what liftlock was tried on", "rehearse on a copy first");
    }
    return CheckResult.passed(name, detail);
  }

  private CheckResult role() {
    return ask(
        "role",
        """
        SELECT r.rolname, r.rolsuper, r.rolconnlimit
          FROM pg_catalog.pg_roles r WHERE r.rolname = CURRENT_USER\
        """,
        reply -> {
          String role = reply.required(0, 0);
          if (role.equals("liftlock")) {
            return CheckResult.warned(
                "role",
                "the role is named like the schema that liftlock keeps its records in; outside"
                    + " liftlock, its unqualified names look there first",
                "use a role of another name, or ALTER ROLE liftlock SET search_path = public;");
          }
          return reply.isTrue(0, 1)
              ? CheckResult.warned(
                  "role",
                  role + " is a superuser: row-level security and privileges do not bind it",
                  "let migrations run as the role that owns the tables")
              : CheckResult.passed("role", role + ", not a superuser");
        });
  }

  private CheckResult writable() {
    return ask(
        "writable",
        """
        SELECT pg_catalog.pg_is_in_recovery(),
               pg_catalog.current_setting('default_transaction_read_only')\
        """,
        reply -> {
          if (reply.isTrue(0, 0)) {
            return CheckResult.failed(
                "writable", "the server is a standby, which only reads", "connect to the primary");
          }
          if ("on".equals(reply.text(0, 1))) {
            return CheckResult.failed(
                "writable",
                "transactions are read-only by default (default_transaction_read_only)",
                "reset it for this role or database");
          }
          return CheckResult.passed("writable", "the server is a primary and takes writes");
        });
  }

  private CheckResult history() {
    String name = "history";
    try {
      int entries = history.read().entries().size();
      return CheckResult.passed(name, history.tableName() + " has " + entries + " rows");
    } catch (LiftlockException e) {
      return CheckResult.failed(
          name, e.problems().get(0).message(), String.valueOf(e.problems().get(0).action()));
    }
  }

  private CheckResult privileges() {
    String name = "privileges";
    HistoryLocation location;
    try {
      location = history.location();
    } catch (LiftlockException e) {
      return CheckResult.unknown(name, "it is not known where the history will be");
    }
    String sql =
        """
        SELECT pg_catalog.has_schema_privilege(%1$s, 'CREATE'),
               pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')
                 OR EXISTS (SELECT 1 FROM pg_catalog.pg_namespace n WHERE n.nspname = 'liftlock'),
               pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMPORARY')\
        """
            .formatted(Quoted.literal(location.schema()));
    return ask(
        name,
        sql,
        reply -> {
          String user = Quoted.identifier(connector.user());
          if (!reply.isTrue(0, 0)) {
            return CheckResult.failed(
                name,
                "no objects can be made in the schema " + location.schema(),
                "GRANT CREATE ON SCHEMA "
                    + Quoted.identifier(location.schema())
                    + " TO "
                    + user
                    + ";");
          }
          if (!reply.isTrue(0, 1)) {
            return CheckResult.failed(
                name,
                "no schemas can be made in this database, and liftlock needs one of its own",
                "GRANT CREATE ON DATABASE "
                    + Quoted.identifier(connector.database())
                    + " TO "
                    + user
                    + ";");
          }
          return CheckResult.passed(name, "objects can be made in the schema " + location.schema());
        });
  }

  private CheckResult pooler() {
    String name = "pooler";
    String sql = "SELECT pg_catalog.pg_backend_pid()";
    String first = pid(sql);
    String second = pid(sql);
    if (first == null || second == null) {
      return CheckResult.unknown(name, "the server's process cannot be asked for");
    }
    if (!first.equals(second) || Integer.parseInt(first) != link.processId()) {
      return CheckResult.failed(
          name,
          "a pooler gives our statements to changing server sessions",
          "connect past it, or let it pool sessions, not transactions: a lock of a session means"
              + " nothing there");
    }
    return CheckResult.passed(name, "one server process (" + first + ") answers this connection");
  }

  private @Nullable String pid(String sql) {
    Answer answer = link.ask(sql, Link.Rows.KEEP);
    return answer.failure() != null ? null : answer.replies().get(0).text(0, 0);
  }

  private CheckResult advisoryLocks() {
    // A key nobody else uses: it only shows that locks can be taken and given back.
    String name = "advisory locks";
    return ask(
        name,
        """
        SELECT pg_catalog.pg_try_advisory_lock(k.key) AND pg_catalog.pg_advisory_unlock(k.key)
          FROM (SELECT pg_catalog.hashtextextended('liftlock/doctor/' || pg_catalog.pg_backend_pid(), 0)
                    AS key) AS k\
        """,
        reply ->
            reply.isTrue(0, 0)
                ? CheckResult.passed(name, "can be taken and given back")
                : CheckResult.failed(
                    name, "cannot be taken", "liftlock cannot keep two runs apart here"));
  }

  private CheckResult connections() {
    String name = "connections";
    return ask(
        name,
        """
        SELECT pg_catalog.current_setting('max_connections')::pg_catalog.int4
                 - pg_catalog.current_setting('superuser_reserved_connections')::pg_catalog.int4
                 - (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity a
                     WHERE a.backend_type = 'client backend' OR a.backend_type IS NULL),
               pg_catalog.current_setting('max_connections')\
        """,
        reply -> {
          long left = Long.parseLong(reply.required(0, 0));
          String detail = left + " of " + reply.text(0, 1) + " are free";
          return left < 2
              ? CheckResult.failed(
                  name, detail, "a run needs two; end some or raise max_connections")
              : CheckResult.passed(name, detail);
        });
  }

  private CheckResult clock() {
    String name = "clock";
    Instant before = clock.instant();
    return ask(
        name,
        "SELECT (EXTRACT(epoch FROM pg_catalog.clock_timestamp()) * 1000)::pg_catalog.int8",
        reply -> {
          Instant after = clock.instant();
          Instant there = Instant.ofEpochMilli(Long.parseLong(reply.required(0, 0)));
          Instant here = before.plus(Duration.between(before, after).dividedBy(2));
          Duration apart = Duration.between(here, there).abs();
          String detail = "server and client are " + apart.toMillis() + " ms apart";
          return apart.compareTo(CLOCK_TOLERANCE) > 0
              ? CheckResult.warned(
                  name,
                  detail,
                  "set both by the same time server; the history's times are the client's")
              : CheckResult.passed(name, detail);
        });
  }

  private CheckResult encoding() {
    String name = "encoding";
    return ask(
        name,
        """
        SELECT pg_catalog.pg_encoding_to_char(d.encoding), d.datcollate
          FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()\
        """,
        reply -> {
          String detail = reply.text(0, 0) + ", collation " + reply.text(0, 1);
          return "UTF8".equals(reply.text(0, 0))
              ? CheckResult.passed(name, detail)
              : CheckResult.warned(
                  name,
                  detail,
                  "characters that this encoding lacks will fail; a new database should be UTF8");
        });
  }

  private CheckResult collation() {
    String name = "collation version";
    if (server.major() < 15) {
      return CheckResult.unknown(name, "PostgreSQL tells it from version 15 on");
    }
    return ask(
        name,
        """
        SELECT d.datcollversion, pg_catalog.pg_database_collation_actual_version(d.oid)
          FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()\
        """,
        reply -> {
          String recorded = reply.text(0, 0);
          String actual = reply.text(0, 1);
          if (recorded == null || actual == null) {
            return CheckResult.passed(name, "the database's collation has no version");
          }
          return recorded.equals(actual)
              ? CheckResult.passed(name, recorded)
              : CheckResult.warned(
                  name,
                  "made with " + recorded + ", the system now has " + actual,
                  "rebuild indexes on text, then ALTER DATABASE … REFRESH COLLATION VERSION");
        });
  }

  private CheckResult timeouts() {
    String name = "timeouts";
    return ask(
        name,
        """
        SELECT pg_catalog.current_setting('lock_timeout'),
               pg_catalog.current_setting('statement_timeout'),
               pg_catalog.current_setting('idle_in_transaction_session_timeout'),
               pg_catalog.current_setting('deadlock_timeout')\
        """,
        reply ->
            CheckResult.passed(
                name,
                "lock %s, statement %s, idle in transaction %s, deadlock %s; a run sets its own"
                    .formatted(
                        reply.text(0, 0), reply.text(0, 1), reply.text(0, 2), reply.text(0, 3))));
  }

  private CheckResult walLevel() {
    String name = "wal_level";
    return ask(
        name,
        "SELECT pg_catalog.current_setting('wal_level')",
        reply ->
            CheckResult.passed(
                name,
                reply.required(0, 0)
                    + ("logical".equals(reply.text(0, 0))
                        ? ""
                        : "; changes cannot be followed by logical replication")));
  }

  private CheckResult longTransactions() {
    String name = "long transactions";
    return ask(
        name,
        """
        SELECT pg_catalog.count(*) FILTER (WHERE a.xact_start < pg_catalog.now() - interval '1 minute'),
               pg_catalog.count(*) FILTER (WHERE a.query = '<insufficient privilege>')
          FROM pg_catalog.pg_stat_activity a
         WHERE a.datname = pg_catalog.current_database()
           AND a.pid <> pg_catalog.pg_backend_pid()\
        """,
        reply -> {
          if (!"0".equals(reply.text(0, 0))) {
            return CheckResult.warned(
                name,
                reply.text(0, 0) + " are open for more than a minute",
                "they block ALTER TABLE and concurrent index builds; see pg_stat_activity");
          }
          return "0".equals(reply.text(0, 1))
              ? CheckResult.passed(name, "none is open for more than a minute")
              : CheckResult.unknown(
                  name,
                  reply.text(0, 1)
                      + " sessions of other roles cannot be seen without pg_read_all_stats");
        });
  }

  private CheckResult preparedTransactions() {
    String name = "prepared transactions";
    return ask(
        name,
        """
        SELECT pg_catalog.count(*)
          FROM pg_catalog.pg_prepared_xacts p WHERE p.database = pg_catalog.current_database()\
        """,
        reply ->
            "0".equals(reply.text(0, 0))
                ? CheckResult.passed(name, "none")
                : CheckResult.warned(
                    name,
                    reply.text(0, 0) + " are waiting, with their locks",
                    "commit or roll them back; see pg_prepared_xacts"));
  }

  private CheckResult ask(String name, String sql, Function<Reply, CheckResult> judge) {
    Answer answer = link.ask(sql, Link.Rows.KEEP);
    return answer.failure() != null
        ? CheckResult.unknown(name, "it cannot be asked: " + Failures.brief(answer.failure()))
        : judge.apply(answer.replies().get(0));
  }
}
