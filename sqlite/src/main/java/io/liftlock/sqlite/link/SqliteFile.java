package io.liftlock.sqlite.link;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * The file of a database: where it really is, and how a connection to it is made. Java never opens
 * the file itself: closing any descriptor of it would give up the locks that SQLite holds on it in
 * this process (POSIX fcntl locks belong to the process).
 */
public final class SqliteFile {

  /** A lock is waited for this long where no budget was set: reading history, doctor, status. */
  public static final int DEFAULT_BUSY_MS = 10_000;

  /** Parameters of other programs' JDBC URLs that say nothing about the database. */
  private static final Set<String> CLIENT_PARAMETERS =
      Set.of("date_class", "date_precision", "date_string_format", "transaction_mode");

  private final String name;
  private final String shown;
  private final Path path;
  private final Map<String, String> settings;

  private SqliteFile(String name, String shown, Path path, Map<String, String> settings) {
    this.name = name;
    this.shown = shown;
    this.path = path;
    this.settings = settings;
  }

  /**
   * The file that a URL names.
   *
   * @param name the database's configured name, for errors
   */
  public static SqliteFile of(DatabaseUrl url, String name) {
    String location = url.location();
    String last = location.substring(location.lastIndexOf('/') + 1);
    if (last.equals(":memory:") || "memory".equals(url.parameters().get("mode"))) {
      throw new UserError(
          Problem.error(
                  ErrorCode.DATABASE_UNSUPPORTED,
                  "database "
                      + name
                      + " is an in-memory SQLite database: it would be gone, with its history, when"
                      + " the command ends")
              .action("name a file: sqlite:state/" + name + ".db"));
    }
    if (location.startsWith("file:")) {
      throw invalid(
          name, "it is written as a file: URI", "name the file itself: sqlite:state/x.db");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    url.parameters()
        .forEach(
            (key, value) -> {
              String pragma = key.toLowerCase(Locale.ROOT);
              if (!CLIENT_PARAMETERS.contains(pragma)) {
                if (!Settings.isKnown(pragma) || !Settings.isSafe(value)) {
                  throw invalid(
                      name,
                      "`"
                          + key
                          + "` is not a setting of a SQLite connection that can be given here",
                      "known are " + String.join(", ", Settings.known()));
                }
                settings.put(pragma, value);
              }
            });
    Path written = Path.of(location).toAbsolutePath().normalize();
    Path real;
    try {
      real = real(written);
    } catch (IOException e) {
      throw new DatabaseError(
          Problem.error(
              ErrorCode.CONNECTION_FAILED,
              "the file of database " + name + " cannot be looked up: " + written),
          e);
    }
    if (Files.isDirectory(real)) {
      throw invalid(name, written + " is a folder", "name a file in it");
    }
    return new SqliteFile(name, written.toString(), real, settings);
  }

  /**
   * A file with the same settings, for a database that need not outlive this process: its writes do
   * not wait for the disk.
   */
  public SqliteFile scratch(Path file) {
    Map<String, String> quick = new LinkedHashMap<>(settings);
    quick.put("synchronous", "OFF");
    return new SqliteFile(name + " (scratch)", file.toString(), file, quick);
  }

  private static UserError invalid(String name, String why, String action) {
    return new UserError(
        Problem.error(
                ErrorCode.DATABASE_URL_INVALID,
                "the URL of database " + name + " cannot be used: " + why)
            .action(action));
  }

  /**
   * The path with every link resolved, so that two paths to one file share one lock. The file, and
   * folders above it, may not be there yet.
   */
  private static Path real(Path path) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    if (Files.isSymbolicLink(path)) {
      return real(path.resolveSibling(Files.readSymbolicLink(path)).normalize());
    }
    Path parent = path.getParent();
    Path file = path.getFileName();
    return parent == null || file == null ? path : real(parent).resolve(file);
  }

  /** The database's configured name. */
  public String name() {
    return name;
  }

  /** The path as it was asked for. */
  public String shown() {
    return shown;
  }

  /** The path with links resolved. */
  public Path path() {
    return path;
  }

  /** A file beside it. */
  public Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  /** Whether there is a file yet. */
  public boolean exists() {
    return Files.exists(path);
  }

  /** Makes the folders above it, so that {@code sqlite:state/trades.db} works on a fresh clone. */
  public void makeFolder() {
    Path folder = path.getParent();
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DatabaseError(
          Problem.error(
                  ErrorCode.DATABASE_READ_ONLY,
                  "the folder of database " + name + " is not there and cannot be made: " + folder)
              .action("make the folder, or run as a user who may"),
          e);
    }
  }

  /**
   * Connects. The file is made where it is not there.
   *
   * @throws DatabaseError where it cannot be opened or is no SQLite database
   */
  public Link connect() {
    try {
      NativeLibrary.load();
    } catch (NativeLibrary.SQLiteUnavailable e) {
      throw new DatabaseError(
          Problem.error(
                  ErrorCode.CONNECTION_FAILED,
                  "SQLite's native library cannot be loaded on this machine ("
                      + System.getProperty("os.name")
                      + ", "
                      + System.getProperty("os.arch")
                      + ")")
              .action(
                  "give java a temporary folder from which programs may run:"
                      + " -Dorg.sqlite.tmpdir=FOLDER"),
          e);
    }
    if (!exists()) {
      makeFolder();
    }
    try {
      return settled(new Link(open()));
    } catch (SQLException e) {
      throw Failures.connecting(this, e);
    }
  }

  private SQLiteConnection open() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty(
        "open_mode", Integer.toString(SQLiteOpenMode.READWRITE.flag | SQLiteOpenMode.CREATE.flag));
    properties.setProperty("busy_timeout", Integer.toString(DEFAULT_BUSY_MS));
    return new JDBC4Connection("jdbc:sqlite:" + path, path.toString(), properties);
  }

  private Link settled(Link link) throws SQLException {
    boolean settled = false;
    try {
      // The driver stops at a megabyte; SQLite itself, in this build, at a gigabyte.
      link.connection().setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, 1 << 30);
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        link.execute("PRAGMA " + setting.getKey() + " = " + setting.getValue());
      }
      // Opening reads nothing yet: this finds out that the file is a database.
      link.value("PRAGMA schema_version");
      settled = true;
      return link;
    } finally {
      if (!settled) {
        link.close();
      }
    }
  }

  /** What identifies the file behind a path on this machine, or the path where nothing does. */
  public static Object identity(Path path) throws IOException {
    Object key =
        Files.readAttributes(
                path, java.nio.file.attribute.BasicFileAttributes.class, new LinkOption[0])
            .fileKey();
    return key == null ? path : key;
  }

  /** Settings of a connection, by PRAGMA, that last no longer than it does. */
  public static final class Settings {

    private static final List<String> KNOWN =
        List.of(
            "analysis_limit",
            "automatic_index",
            "busy_timeout",
            "cache_size",
            "cache_spill",
            "case_sensitive_like",
            "cell_size_check",
            "checkpoint_fullfsync",
            "foreign_keys",
            "fullfsync",
            "ignore_check_constraints",
            "legacy_alter_table",
            "mmap_size",
            "recursive_triggers",
            "reverse_unordered_selects",
            "synchronous",
            "temp_store",
            "threads",
            "trusted_schema",
            "wal_autocheckpoint");

    private static final Pattern SAFE = Pattern.compile("[-+]?[A-Za-z0-9_.]+");

    private Settings() {}

    /** Whether there is such a setting. */
    public static boolean isKnown(String pragma) {
      return KNOWN.contains(pragma);
    }

    /** A word or a number: PRAGMA takes no parameters, so the value stands in the text. */
    public static boolean isSafe(String value) {
      return SAFE.matcher(value).matches();
    }

    /** All of them. */
    public static List<String> known() {
      return new ArrayList<>(KNOWN);
    }
  }
}
