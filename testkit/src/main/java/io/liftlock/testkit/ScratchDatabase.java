package io.liftlock.testkit;

import io.liftlock.core.database.DatabaseUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A database of one test on a {@link ScratchServer}. */
public final class ScratchDatabase {

  private final ScratchServer server;
  private final DatabaseUrl url;

  ScratchDatabase(ScratchServer server, DatabaseUrl url) {
    this.server = server;
    this.url = url;
  }

  /** Its name, which needs no quotes. */
  public String name() {
    return url.location().substring(url.location().lastIndexOf('/') + 1);
  }

  /** The host it listens on. */
  public String host() {
    return authority().substring(0, authority().lastIndexOf(':'));
  }

  /** The port it listens on. */
  public int port() {
    return Integer.parseInt(authority().substring(authority().lastIndexOf(':') + 1));
  }

  private String authority() {
    return url.location().substring(2, url.location().lastIndexOf('/'));
  }

  /** Where it is, as superuser. */
  public DatabaseUrl url() {
    return url;
  }

  /** Where it is through another port of this machine, such as that of a proxy. */
  public DatabaseUrl url(int port) {
    return url.withLocation("//127.0.0.1:" + port + "/" + name());
  }

  /** Where it is, for a role. */
  public DatabaseUrl url(ScratchServer.Role role) {
    return DatabaseUrl.parse(text(role.name(), role.password(), url.location()));
  }

  /** Where it is, as a text with the password in it, as superuser. */
  public String urlText() {
    return text(url.user(), url.password(), url.location());
  }

  private static String text(@Nullable String user, @Nullable String password, String location) {
    return "postgresql://" + encode(user) + ":" + encode(password) + "@" + location.substring(2);
  }

  private static String encode(@Nullable String text) {
    return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Connects as superuser, in auto-commit mode. */
  public Connection connect() {
    return connectOrFail(url);
  }

  /** Connects as a role, in auto-commit mode. */
  public Connection connect(ScratchServer.Role role) {
    return connectOrFail(url(role));
  }

  private static Connection connectOrFail(DatabaseUrl url) {
    try {
      return connect(url);
    } catch (SQLException e) {
      throw new IllegalStateException("the scratch server refused a connection to " + url, e);
    }
  }

  static Connection connect(DatabaseUrl url) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", url.user() == null ? "" : url.user());
    properties.setProperty("password", url.password() == null ? "" : url.password());
    return DriverManager.getConnection("jdbc:postgresql:" + url.location(), properties);
  }

  /** Runs statements as superuser. */
  public void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the scratch database refused: " + sql, e);
    }
  }

  /** The first column of the first row, as text; null where it is NULL or there is no row. */
  public @Nullable String value(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException("the scratch database refused: " + sql, e);
    }
  }

  /** Makes a role that may connect here and use the schema public, but owns nothing. */
  public ScratchServer.Role createRole() {
    ScratchServer.Role role = server.createRole();
    execute("GRANT USAGE ON SCHEMA public TO " + role.name());
    return role;
  }

  /** Makes a role that owns this database and its schema public, and is no superuser. */
  public ScratchServer.Role createOwner() {
    ScratchServer.Role role = server.createRole();
    execute("ALTER DATABASE " + name() + " OWNER TO " + role.name());
    execute("ALTER SCHEMA public OWNER TO " + role.name());
    return role;
  }

  /** Cuts whoever is connected, and deletes it. */
  public void drop() {
    server.execute("DROP DATABASE IF EXISTS " + name() + " WITH (FORCE)");
  }
}
