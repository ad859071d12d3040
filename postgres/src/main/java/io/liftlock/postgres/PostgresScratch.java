package io.liftlock.postgres;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.Scratch;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Databases for a moment on the same server, empty and of the same encoding and locale, with the
 * settings that this database has. While one is in use, a session that stays connected to this
 * database holds an advisory lock made of its name; one whose lock nobody holds was left behind.
 */
final class PostgresScratch implements Scratch {

  private static final String PREFIX = "liftlock_scratch_";

  private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9a-f]{32}");

  /**
   * Where the server is not the one to ask: no privilege, read-only, no such feature or template,
   * no access to a database of that name.
   */
  private static final Set<String> IMPOSSIBLE =
      Set.of("42501", "25006", "0A000", "3D000", "28000", "28P01", "08P01");

  private final Connector connector;
  private final OpenOptions options;
  private final int major;

  PostgresScratch(Connector connector, OpenOptions options, int major) {
    this.connector = connector;
    this.options = options;
    this.major = major;
  }

  @Override
  public Optional<Database> create() {
    Link keeper = connector.connect();
    Optional<Database> made = Optional.empty();
    try {
      made = create(keeper);
    } finally {
      if (made.isEmpty()) {
        keeper.close();
      }
    }
    return made;
  }

  private Optional<Database> create(Link keeper) {
    // The role's budgets are meant for its own statements.
    ask(keeper, "SET statement_timeout = 0; SET lock_timeout = 0");
    Reply reply = ask(keeper, ScratchQueries.original(major)).replies().get(0);
    if (!reply.isTrue(0, 0)) {
      return Optional.empty();
    }
    dropAbandoned(keeper);
    String name = PREFIX + reply.required(0, 1);
    ask(keeper, "SELECT pg_catalog.pg_advisory_lock(" + key(name) + ")");
    String create = "CREATE DATABASE " + Quoted.identifier(name) + reply.required(0, 2);
    Answer answer = keeper.ask(create, Link.Rows.DROP);
    if (answer.failure() != null) {
      if (IMPOSSIBLE.contains(answer.sqlState())) {
        return Optional.empty();
      }
      throw Failures.error("a scratch database cannot be made", answer.failure());
    }
    Optional<Database> opened = Optional.empty();
    try {
      opened = open(keeper, name);
    } finally {
      if (opened.isEmpty()) {
        drop(keeper, name);
      }
    }
    return opened;
  }

  private Optional<Database> open(Link keeper, String name) {
    Connector inside = connector.to(name);
    Link work;
    try {
      work = inside.connect();
    } catch (DatabaseError e) {
      if (e.code() == ErrorCode.AUTHENTICATION_FAILED
          || IMPOSSIBLE.contains(String.valueOf(e.sqlState()))) {
        return Optional.empty();
      }
      throw e;
    }
    // A pooler may lead every name to one database: that would be the live one.
    Answer where = work.ask("SELECT pg_catalog.current_database()", Link.Rows.KEEP);
    if (where.failure() != null || !name.equals(where.replies().get(0).text(0, 0))) {
      work.close();
      return Optional.empty();
    }
    OpenOptions named =
        new OpenOptions(options.name() + " (scratch)", options.historyTable(), options.runner());
    PostgresDatabase scratch = new PostgresDatabase(inside, work, named, () -> close(keeper, name));
    settings(keeper, work).forEach(scratch::keepSetting);
    return Optional.of(scratch);
  }

  /**
   * What the live database sets for its sessions, the search path above all, holds there, too. What
   * this role may not set is about the server (logging, replication) and not about the schema.
   */
  private static Map<String, String> settings(Link keeper, Link work) {
    Reply reply = ask(keeper, ScratchQueries.SETTINGS).replies().get(0);
    Map<String, String> settings = new LinkedHashMap<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      String name = reply.required(row, 0);
      String value = reply.required(row, 1);
      String set =
          "SELECT pg_catalog.set_config(%s, %s, false)"
              .formatted(Quoted.literal(name), Quoted.literal(value));
      if (work.ask(set, Link.Rows.DROP).failure() == null) {
        settings.put(name, value);
      }
    }
    return settings;
  }

  private void close(Link keeper, String name) {
    try (keeper) {
      if (drop(keeper, name)) {
        return;
      }
    }
    // Its connection is gone, or a script has ended it: try another one. What is still there then
    // is
    // dropped by the next one.
    try (Link another = connector.connect()) {
      drop(another, name);
    } catch (DatabaseError e) {
      // The server is gone.
    }
  }

  /** With force, since the server takes a moment to notice that a client has gone. */
  private static boolean drop(Link link, String name) {
    return link.ask(
                "DROP DATABASE IF EXISTS " + Quoted.identifier(name) + " WITH (FORCE)",
                Link.Rows.DROP)
            .failure()
        == null;
  }

  /**
   * Drops what killed processes have left. A name is locked before its database is made, so that a
   * database that is seen and whose lock is then free belongs to nobody. Not with force: whoever is
   * still connected keeps it.
   */
  private static void dropAbandoned(Link keeper) {
    Answer answer = ask(keeper, ScratchQueries.DATABASES + ";" + ScratchQueries.LOCKS);
    Set<String> held = new HashSet<>(firstColumn(answer.replies().get(1)));
    for (String name : firstColumn(answer.replies().get(0))) {
      if (NAME.matcher(name).matches() && !held.contains(Long.toUnsignedString(key(name)))) {
        // Another process may be about to do the same.
        keeper.ask("DROP DATABASE IF EXISTS " + Quoted.identifier(name), Link.Rows.DROP);
      }
    }
  }

  private static List<String> firstColumn(Reply reply) {
    return IntStream.range(0, reply.rows().size()).mapToObj(row -> reply.required(row, 0)).toList();
  }

  private static long key(String name) {
    return HistoryLocation.lockKey("scratch", name);
  }

  private static Answer ask(Link link, String sql) {
    Answer answer = link.ask(sql, Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("a scratch database cannot be made", answer.failure());
    }
    return answer;
  }
}
