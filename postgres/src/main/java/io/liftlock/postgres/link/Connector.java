package io.liftlock.postgres.link;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.core.ConnectionFactory;
import org.postgresql.core.QueryExecutor;
import org.postgresql.jdbcurlresolver.PgPassParser;
import org.postgresql.util.HostSpec;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Opens connections to one database, and says clearly why one cannot be opened. */
public final class Connector {

  /** PostgreSQL cuts application names at this many bytes. */
  private static final int APPLICATION_NAME_BYTES = 63;

  private static final int DEFAULT_PORT = 5432;

  /** How long a server may take to let us in, in seconds, where the URL does not say. */
  private static final String LOGIN_SECONDS = "20";

  /** What libpq, psql and other tools call the driver's parameters. */
  private static final Map<String, PGProperty> OTHER_NAMES =
      Map.of(
          "connect_timeout", PGProperty.CONNECT_TIMEOUT,
          "gssencmode", PGProperty.GSS_ENC_MODE,
          "channel_binding", PGProperty.CHANNEL_BINDING,
          "sslnegotiation", PGProperty.SSL_NEGOTIATION,
          "require_auth", PGProperty.REQUIRE_AUTH,
          "schema", PGProperty.CURRENT_SCHEMA);

  /** Parameters that speak to other tools, often found in a DATABASE_URL, without effect here. */
  private static final Set<String> IGNORED =
      Set.of(
          "application_name",
          "applicationname",
          "fallback_application_name",
          "client_encoding",
          "pgbouncer",
          "connection_limit",
          "pool_timeout",
          "statement_cache_size",
          "keepalives");

  private static final Map<String, String> SERVER_TYPES =
      Map.of(
          "any", "any",
          "read-write", "primary",
          "primary", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  private final DatabaseUrl url;
  private final HostSpec[] hosts;
  private final String database;
  private final Properties properties;

  public Connector(DatabaseUrl url, RunnerIdentity runner) {
    this.url = url;
    String location = url.location();
    String authority = "";
    String path = location;
    if (location.startsWith("//")) {
      int slash = location.indexOf('/', 2);
      authority = slash < 0 ? location.substring(2) : location.substring(2, slash);
      path = slash < 0 ? "" : location.substring(slash + 1);
    }
    String user = url.user() != null ? url.user() : System.getProperty("user.name");
    this.properties = properties(url, runner);
    String hostParameter = url.parameters().get("host");
    String portParameter = url.parameters().get("port");
    if (authority.isEmpty() && hostParameter != null) {
      authority = portParameter == null ? hostParameter : hostParameter + ":" + portParameter;
    }
    this.hosts = hosts(authority);
    String databaseParameter = url.parameters().get("dbname");
    String name = path.isEmpty() && databaseParameter != null ? databaseParameter : path;
    this.database = name.isEmpty() ? user : decode(name);
    properties.setProperty(PGProperty.USER.getName(), user);
    properties.setProperty(PGProperty.PG_DBNAME.getName(), database);
    String password = password(url, user);
    if (password != null) {
      properties.setProperty(PGProperty.PASSWORD.getName(), password);
    }
  }

  /** Another database of the same server, for the same user. */
  private Connector(Connector other, String database) {
    String location = other.url.location();
    int path = location.startsWith("//") ? location.indexOf('/', 2) : 0;
    String authority = path < 0 ? location : location.substring(0, path);
    String name = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    this.url = other.url.withLocation(authority + (authority.isEmpty() ? "" : "/") + name);
    this.hosts = other.hosts;
    this.database = database;
    this.properties = new Properties();
    properties.putAll(other.properties);
    properties.setProperty(PGProperty.PG_DBNAME.getName(), database);
  }

  /** To another database of the same server. */
  public Connector to(String otherDatabase) {
    return new Connector(this, otherDatabase);
  }

  /** As libpq finds it: in the URL, in PGPASSWORD, or in the file that PGPASSFILE names. */
  private @Nullable String password(DatabaseUrl url, String user) {
    if (url.password() != null) {
      return url.password();
    }
    String variable = System.getenv("PGPASSWORD");
    if (variable != null && !variable.isEmpty()) {
      return variable;
    }
    HostSpec host = hosts[0];
    return PgPassParser.getPassword(
        host.getHost(), Integer.toString(host.getPort()), database, user);
  }

  private static String decode(String name) {
    return java.net.URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Properties properties(DatabaseUrl url, RunnerIdentity runner) {
    Properties properties = new Properties();
    // The simple protocol for everything: no statement is prepared, parsed or rewritten.
    set(properties, PGProperty.PREFER_QUERY_MODE, "simple");
    // Spares a round trip, since the settings then travel with the first packet.
    set(properties, PGProperty.ASSUME_MIN_SERVER_VERSION, "14");
    set(properties, PGProperty.APPLICATION_NAME, applicationName(runner));
    set(properties, PGProperty.GSS_ENC_MODE, "disable");
    set(properties, PGProperty.TCP_KEEP_ALIVE, "true");
    // A detail of the server may hold a row's values.
    set(properties, PGProperty.LOG_SERVER_ERROR_DETAIL, "false");
    // A script may set another client_encoding; the driver then writes in that one.
    set(properties, PGProperty.ALLOW_ENCODING_CHANGES, "true");
    url.parameters().forEach((key, value) -> pass(properties, key, value));
    return properties;
  }

  private static void set(Properties properties, PGProperty property, String value) {
    properties.setProperty(property.getName(), value);
  }

  private static void pass(Properties properties, String key, String value) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (IGNORED.contains(lower) || Set.of("host", "port", "dbname").contains(lower)) {
      return;
    }
    if (lower.equals("target_session_attrs")) {
      String type = SERVER_TYPES.get(value);
      if (type == null) {
        throw invalid("the parameter target_session_attrs does not take that value");
      }
      set(properties, PGProperty.TARGET_SERVER_TYPE, type);
      return;
    }
    PGProperty property = OTHER_NAMES.get(lower);
    for (PGProperty known : PGProperty.values()) {
      if (property == null && known.getName().equalsIgnoreCase(key)) {
        property = known;
      }
    }
    if (property == null) {
      throw invalid("the parameter " + key + " is unknown");
    }
    String[] choices = property.getChoices();
    if (choices != null && !List.of(choices).contains(value)) {
      throw invalid(
          "the parameter "
              + key
              + " takes one of "
              + String.join(", ", choices)
              + ", nothing else");
    }
    set(properties, property, value);
  }

  private static UserError invalid(String why) {
    return new UserError(
        Problem.error(ErrorCode.DATABASE_URL_INVALID, "the database URL cannot be used: " + why)
            .action(
                "remove or correct the parameter; known ones are those of libpq's URLs (sslmode,"
                    + " sslrootcert, connect_timeout, options …) and of the PostgreSQL JDBC"
                    + " driver"));
  }

  private static HostSpec[] hosts(String authority) {
    List<HostSpec> hosts = new ArrayList<>();
    for (String part : authority.split(",")) {
      if (part.startsWith("/") || part.startsWith("%2F") || part.startsWith("%2f")) {
        throw new UserError(
            Problem.error(
                    ErrorCode.DATABASE_URL_INVALID,
                    "the database URL cannot be used: its host is a Unix socket, which the"
                        + " PostgreSQL JDBC driver cannot open")
                .action("name a host and a port, such as localhost:5432"));
      }
      int colon = part.endsWith("]") ? -1 : part.lastIndexOf(':');
      String host = colon < 0 ? part : part.substring(0, colon);
      if (host.startsWith("[") && host.endsWith("]")) {
        host = host.substring(1, host.length() - 1);
      }
      int port = DEFAULT_PORT;
      if (colon >= 0 && colon + 1 < part.length()) {
        try {
          port = Integer.parseInt(part.substring(colon + 1));
        } catch (NumberFormatException e) {
          port = -1;
        }
        if (port < 1 || port > 65_535) {
          throw invalid("the port is not a number from 1 to 65535");
        }
      }
      hosts.add(new HostSpec(host.isEmpty() ? "localhost" : host, port));
    }
    return hosts.toArray(new HostSpec[0]);
  }

  /**
   * Who runs, in the 63 bytes that every role can see of another session: {@code liftlock
   * user@host#process since}. The host gives way first where it is too long.
   */
  public static String applicationName(RunnerIdentity runner) {
    String since = runner.since().truncatedTo(ChronoUnit.SECONDS).toString();
    String tail = "#" + runner.processId() + " " + since;
    int room = APPLICATION_NAME_BYTES - "liftlock ".length() - tail.length();
    // PostgreSQL replaces everything but printable ASCII, so do it here and count characters.
    String who = ascii(runner.user()) + "@" + ascii(runner.host());
    return "liftlock " + (who.length() > room ? who.substring(0, room) : who) + tail;
  }

  private static String ascii(String text) {
    return text.replaceAll("[^ -~]", "?");
  }

  /** The URL, without secrets. */
  public DatabaseUrl url() {
    return url;
  }

  /** The database's name on its server. */
  public String database() {
    return database;
  }

  /** The user it connects as. */
  public String user() {
    return properties.getProperty(PGProperty.USER.getName());
  }

  /**
   * Opens a connection.
   *
   * @throws DatabaseError where that is not possible
   */
  public Link connect() {
    Properties login = new Properties();
    login.putAll(properties);
    String afterwards = properties.getProperty(PGProperty.SOCKET_TIMEOUT.getName());
    if (afterwards == null) {
      // As libpq does: the timeout counts until the server has let us in. The driver's own ends
      // with the TCP connection, and a server that then says nothing would be waited for without
      // end.
      login.setProperty(
          PGProperty.SOCKET_TIMEOUT.getName(),
          properties.getProperty(PGProperty.CONNECT_TIMEOUT.getName(), LOGIN_SECONDS));
    }
    try {
      QueryExecutor executor = ConnectionFactory.openConnection(hosts, login);
      if (afterwards == null) {
        setNoTimeout(executor);
      }
      return new Link(executor);
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private static void setNoTimeout(QueryExecutor executor) throws SQLException {
    try {
      executor.setNetworkTimeout(0);
    } catch (IOException e) {
      throw new SQLException("the connection broke while it was opened", "08006", e);
    }
  }

  private DatabaseError refused(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String where = url + " as " + user();
    ServerErrorMessage server = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    // The driver's own texts name host and port only, the server's never hold the password.
    String said =
        server != null && server.getMessage() != null ? server.getMessage() : e.getMessage();
    if (state.equals("28P01")
        || state.equals("28000")
        || (server == null && state.equals("08004") && url.password() == null)) {
      return new DatabaseError(
          Problem.error(
                  ErrorCode.AUTHENTICATION_FAILED,
                  "the server refuses to let us in: " + where + "\n" + said)
              .action(
                  url.password() == null
                      ? "give the password in the URL, in PGPASSWORD or in ~/.pgpass"
                      : "check user, password and the server's pg_hba.conf"),
          state,
          e);
    }
    String why = cause(e);
    return new DatabaseError(
        Problem.error(
                ErrorCode.CONNECTION_FAILED,
                "cannot connect to " + where + "\n" + (why == null ? said : why))
            .action(action(state)),
        state.isEmpty() ? null : state,
        e);
  }

  private static @Nullable String cause(SQLException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "the host name is not known";
      }
      if (cause instanceof SocketTimeoutException) {
        return "the server does not answer in time";
      }
      if (cause instanceof ConnectException) {
        return "nothing listens on that host and port";
      }
    }
    return null;
  }

  private static String action(String state) {
    return switch (state) {
      case "3D000" -> "create the database, or correct its name in the URL";
      case "53300" -> "wait for other connections to end, or raise max_connections";
      case "57P03" -> "wait until the server has started, and run this again";
      default -> "check host, port and network, and that the server runs";
    };
  }
}
