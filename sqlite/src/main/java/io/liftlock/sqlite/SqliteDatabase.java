package io.liftlock.sqlite;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Examiner;
import io.liftlock.core.database.FactReader;
import io.liftlock.core.database.HistoryStore;
import io.liftlock.core.database.Inspector;
import io.liftlock.core.database.LockProbe;
import io.liftlock.core.database.LockWatch;
import io.liftlock.core.database.MigrationLock;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RowDigests;
import io.liftlock.core.database.RowSampler;
import io.liftlock.core.database.RowSource;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.database.Scratch;
import io.liftlock.core.database.ServerInfo;
import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementProbe;
import io.liftlock.core.sql.Dialect;
import io.liftlock.sqlite.link.LinkSource;
import io.liftlock.sqlite.link.NativeLibrary;
import io.liftlock.sqlite.link.SqliteFile;
import io.liftlock.sqlite.transfer.SqliteRowSource;
import io.liftlock.sqlite.transfer.SqliteRowTarget;
import java.nio.file.Path;
import java.util.Optional;

/** A SQLite file. */
final class SqliteDatabase implements Database {

  private final OpenOptions options;
  private final LinkSource links;
  private final SqliteHistory history;
  private final LockFile lock;
  private final SqliteSession session;
  private final SqliteRowTarget rowTarget;
  private final Runnable afterClose;

  private SqliteDatabase(OpenOptions options, LinkSource links, Runnable afterClose) {
    this.options = options;
    this.links = links;
    this.history = new SqliteHistory(links, new SqliteHistorySql(options.historyTable().table()));
    this.lock = new LockFile(links.file(), options.runner());
    this.session = new SqliteSession(links, history, lock);
    this.rowTarget =
        new SqliteRowTarget(
            links.file(), new LockFile(links.file(), options.runner(), LockFile.OF_COPIES));
    this.afterClose = afterClose;
  }

  /** Opens it; where the file is there, finds out that it is a database. */
  static SqliteDatabase open(SqliteFile file, OpenOptions options) {
    return open(file, options, () -> {});
  }

  /**
   * Opens it.
   *
   * @param afterClose what is to be done when it is closed
   */
  static SqliteDatabase open(SqliteFile file, OpenOptions options, Runnable afterClose) {
    LinkSource links = new LinkSource(file);
    links.ifThere();
    return new SqliteDatabase(options, links, afterClose);
  }

  @Override
  public String name() {
    return options.name();
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public ServerInfo server() {
    String version = NativeLibrary.sqliteVersion();
    return new ServerInfo(
        "SQLite", version, Integer.parseInt(version.substring(0, version.indexOf('.'))));
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public HistoryStore history() {
    return history;
  }

  @Override
  public MigrationLock lock() {
    return lock;
  }

  @Override
  public StatementProbe probe() {
    return new SqliteProbe(links);
  }

  @Override
  public Examiner examiner() {
    return new SqliteExaminer(links, lock);
  }

  @Override
  public Inspector inspector() {
    return new SqliteInspector(links, history.tableName());
  }

  @Override
  public Scratch scratch() {
    return new SqliteScratch(links.file(), options, Path.of(System.getProperty("java.io.tmpdir")));
  }

  @Override
  public RowDigests rows() {
    return new SqliteRowDigests(links);
  }

  @Override
  public RowSource rowSource() {
    return new SqliteRowSource(links.file());
  }

  @Override
  public RowTarget rowTarget() {
    return rowTarget;
  }

  @Override
  public Optional<RowSampler> rowSampler() {
    return Optional.empty();
  }

  @Override
  public FactReader facts() {
    return new SqliteFacts(links);
  }

  @Override
  public Optional<LockProbe> lockProbe() {
    return Optional.empty();
  }

  @Override
  public Optional<LockWatch> lockWatch() {
    return Optional.empty();
  }

  @Override
  public void wipe() {
    new Wipe(links).wipe();
  }

  @Override
  public void close() {
    try {
      links.close();
    } finally {
      try {
        lock.release();
      } finally {
        closeTarget();
      }
    }
  }

  private void closeTarget() {
    try {
      rowTarget.close();
    } finally {
      afterClose.run();
    }
  }
}
