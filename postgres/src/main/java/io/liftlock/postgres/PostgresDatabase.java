package io.liftlock.postgres;

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
import io.liftlock.postgres.facts.PostgresFacts;
import io.liftlock.postgres.inspect.PostgresInspector;
import io.liftlock.postgres.inspect.Scope;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.trace.PostgresLockProbe;
import io.liftlock.postgres.transfer.PostgresRowSampler;
import io.liftlock.postgres.transfer.PostgresRowSource;
import io.liftlock.postgres.transfer.PostgresRowTarget;
import io.liftlock.postgres.watch.BlockerWatch;
import io.liftlock.postgres.watch.PostgresLockWatch;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database. One connection does the work; a second one, opened when it is first
 * needed, holds the migration lock and looks at who blocks.
 */
final class PostgresDatabase implements Database {

  private final Connector connector;
  private final OpenOptions options;
  private final Link work;
  private final BlockerWatch watch;
  private final PostgresHistory history;
  private final PostgresLock lock;
  private final PostgresSession session;
  private final StandingSettings standing;
  private final PostgresRowTarget target;
  private final Runnable afterwards;
  private @Nullable Link side;

  PostgresDatabase(Connector connector, Link work, OpenOptions options) {
    this(connector, work, options, () -> {});
  }

  /**
   * @param afterwards what is done when every connection is closed
   */
  PostgresDatabase(Connector connector, Link work, OpenOptions options, Runnable afterwards) {
    this.afterwards = afterwards;
    this.connector = connector;
    this.options = options;
    this.work = work;
    this.watch = new BlockerWatch(this::side);
    this.history =
        new PostgresHistory(work, options.historyTable(), connector.database(), connector.user());
    this.standing = new StandingSettings(connector.user());
    this.lock = new PostgresLock(history, work, this::side, standing);
    this.target = new PostgresRowTarget(connector);
    this.session = new PostgresSession(work, history, lock, standing, watch);
  }

  /** A parameter that every session of this database is to have. */
  void keepSetting(String parameter, String value) {
    standing.own(parameter, value);
  }

  /** The second connection. */
  private synchronized Link side() {
    Link open = side;
    if (open == null || open.isClosed()) {
      open = connector.connect();
      side = open;
    }
    return open;
  }

  @Override
  public String name() {
    return options.name();
  }

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRES;
  }

  @Override
  public ServerInfo server() {
    // "16.15 (Debian 16.15-1)", "17beta1"
    String version = work.serverVersion().split(" ", 2)[0];
    String major = version.split("[^0-9]", 2)[0];
    return new ServerInfo("PostgreSQL", version, Integer.parseInt(major));
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
    return new PostgresProbe(work);
  }

  @Override
  public Examiner examiner() {
    return new PostgresExaminer(work, connector, history, server(), Clock.systemUTC());
  }

  @Override
  public Inspector inspector() {
    // A copy looks once more after hours in which nobody used the connection that does the work.
    Link looking = work.isClosed() ? side() : work;
    HistoryLocation location = OwnHistory.find(looking, options.historyTable());
    return new PostgresInspector(
        new CatalogQueries(looking),
        new Scope(server().major(), location.schema(), location.table()),
        server().version());
  }

  @Override
  public Scratch scratch() {
    return new PostgresScratch(connector, options, server().major());
  }

  @Override
  public RowDigests rows() {
    return new PostgresRowDigests(work);
  }

  @Override
  public RowSource rowSource() {
    return new PostgresRowSource(connector, work, Clock.systemUTC());
  }

  @Override
  public RowTarget rowTarget() {
    return target;
  }

  @Override
  public Optional<RowSampler> rowSampler() {
    return Optional.of(new PostgresRowSampler(connector));
  }

  @Override
  public FactReader facts() {
    return new PostgresFacts(() -> work);
  }

  @Override
  public Optional<LockProbe> lockProbe() {
    return Optional.of(new PostgresLockProbe(work, connector::connect, session::touched));
  }

  @Override
  public Optional<LockWatch> lockWatch() {
    return Optional.of(new PostgresLockWatch(this::side, work.processId(), standing::searchPath));
  }

  @Override
  public void wipe() {
    new Wiper(work).wipe();
  }

  @Override
  public void close() {
    watch.close();
    target.close();
    if (!work.isBusy() && !work.isClosed()) {
      // The server takes a moment to notice that a client has gone, and the next run waits for it.
      lock.release();
    }
    work.close();
    Link open;
    synchronized (this) {
      open = side;
    }
    if (open != null) {
      open.close();
    }
    afterwards.run();
  }
}
