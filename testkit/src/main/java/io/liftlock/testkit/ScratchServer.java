package io.liftlock.testkit;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.ServerSource;
import io.liftlock.embedded.EmbeddedServerSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for tests: one per major and JVM, started when first asked for, gone with the
 * JVM. It is fast and forgets everything when the machine fails; tests of durability lease a server
 * of their own.
 */
public final class ScratchServer {

  private static final Map<Integer, ScratchServer> RUNNING = new ConcurrentHashMap<>();

  private final DatabaseUrl url;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<String, String> templates = new ConcurrentHashMap<>();

  private ScratchServer(DatabaseUrl url) {
    this.url = url;
  }

  /** The server of the major that {@code -Dliftlock.test.major} names, 18 by default. */
  public static ScratchServer get() {
    return of(Integer.getInteger("liftlock.test.major", 18));
  }

  /** The server of a major, 14 to 18. */
  public static ScratchServer of(int major) {
    return RUNNING.computeIfAbsent(major, ScratchServer::start);
  }

  private static ScratchServer start(int major) {
    EmbeddedServerSource source = new EmbeddedServerSource();
    Path folder = ScratchFolder.make();
    ServerSource.Lease lease =
        source.lease(
            DatabaseUrl.parse("embedded:scratch?durability=none&version=" + major), folder);
    // Never closed: the use ends with the process, in whatever way that comes.
    return new ScratchServer(lease.url());
  }

  /** An empty database of its own for one test. */
  public ScratchDatabase freshDatabase() {
    return create("template1");
  }

  /**
   * A database of its own for one test, copied from one that is prepared once per JVM.
   *
   * @param fixture the name of what is prepared; the same name means the same content
   * @param prepare fills the database that is copied; called once
   */
  public ScratchDatabase freshDatabase(String fixture, Preparation prepare) {
    String template =
        templates.computeIfAbsent(
            fixture,
            name -> {
              ScratchDatabase database = freshDatabase();
              try (Connection connection = database.connect()) {
                prepare.prepare(connection);
              } catch (SQLException e) {
                throw new IllegalStateException("the fixture " + name + " cannot be prepared", e);
              }
              return database.name();
            });
    return create(template);
  }

  /** A copy of a database that nobody is connected to. */
  public ScratchDatabase copyOf(ScratchDatabase original) {
    return create(original.name());
  }

  private ScratchDatabase create(String template) {
    String name = "t" + next.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return new ScratchDatabase(this, url.withLocation(locationOf(name)));
  }

  private String locationOf(String database) {
    return url.location().substring(0, url.location().lastIndexOf('/') + 1) + database;
  }

  /**
   * Makes a role that may log in and nothing else.
   *
   * @return the server's URL for that role, to be given a database
   */
  Role createRole() {
    String name = "r" + next.incrementAndGet();
    String password = "secret-" + name;
    execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
    return new Role(name, password);
  }

  /** Runs one statement as superuser, in the server's own database and outside a transaction. */
  public void execute(String sql) {
    try (Connection connection = ScratchDatabase.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the scratch server refused: " + sql, e);
    }
  }

  /** The server's own database, as superuser. */
  public DatabaseUrl url() {
    return url;
  }

  /** Fills a database. */
  @FunctionalInterface
  public interface Preparation {
    /** Works on a connection in auto-commit mode, as superuser. */
    void prepare(Connection connection) throws SQLException;
  }

  /**
   * A role that may log in.
   *
   * @param name its name, which needs no quotes
   * @param password what it logs in with
   */
  public record Role(String name, String password) {}
}
