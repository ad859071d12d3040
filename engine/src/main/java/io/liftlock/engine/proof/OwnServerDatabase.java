package io.liftlock.engine.proof;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Examiner;
import io.liftlock.core.database.FactReader;
import io.liftlock.core.database.HistoryStore;
import io.liftlock.core.database.Inspector;
import io.liftlock.core.database.LockProbe;
import io.liftlock.core.database.LockWatch;
import io.liftlock.core.database.MigrationLock;
import io.liftlock.core.database.Role;
import io.liftlock.core.database.RowDigests;
import io.liftlock.core.database.RowSampler;
import io.liftlock.core.database.RowSource;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.database.Scratch;
import io.liftlock.core.database.ServerInfo;
import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementProbe;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Statement;
import io.liftlock.engine.run.AdHocStatement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scratch database on a server that nobody else uses: roles that statements name and that are
 * missing there are made. On a server of others that would be a change of theirs.
 */
public final class OwnServerDatabase implements Database {

  private final Database database;
  private final Session session;

  /** That database, seen so. */
  public OwnServerDatabase(Database database) {
    this.database = database;
    this.session = new RoleMakingSession(database.session());
  }

  /**
   * Makes roles that another server has, as far as they are missing here; nobody can log in as
   * them.
   *
   * @throws LiftlockException where the server refuses
   */
  public void make(Collection<Role> roles) {
    Set<String> there =
        inspector().roles().stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
    int ordinal = 1;
    for (Role role : roles) {
      if (there.contains(role.name()) || role.name().startsWith("pg_")) {
        continue;
      }
      Statement create =
          AdHocStatement.of("roles", dialect(), "CREATE ROLE " + role.name() + " NOLOGIN");
      try {
        database.session().run(new Step(ordinal++, create, Placement.OUTSIDE, Timeouts.NONE));
      } catch (StatementFailure failure) {
        // Another process may have made it just now.
        if (!"42710".equals(failure.sqlState())) {
          throw LiftlockException.of(List.of(failure.problem()), failure);
        }
      }
    }
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public String name() {
    return database.name();
  }

  @Override
  public Dialect dialect() {
    return database.dialect();
  }

  @Override
  public ServerInfo server() {
    return database.server();
  }

  @Override
  public HistoryStore history() {
    return database.history();
  }

  @Override
  public MigrationLock lock() {
    return database.lock();
  }

  @Override
  public StatementProbe probe() {
    return database.probe();
  }

  @Override
  public Examiner examiner() {
    return database.examiner();
  }

  @Override
  public Inspector inspector() {
    return database.inspector();
  }

  @Override
  public Scratch scratch() {
    return database.scratch();
  }

  @Override
  public RowDigests rows() {
    return database.rows();
  }

  @Override
  public RowSource rowSource() {
    return database.rowSource();
  }

  @Override
  public RowTarget rowTarget() {
    return database.rowTarget();
  }

  @Override
  public Optional<RowSampler> rowSampler() {
    return database.rowSampler();
  }

  @Override
  public FactReader facts() {
    return database.facts();
  }

  @Override
  public Optional<LockProbe> lockProbe() {
    return database.lockProbe();
  }

  @Override
  public Optional<LockWatch> lockWatch() {
    return database.lockWatch();
  }

  @Override
  public void wipe() {
    database.wipe();
  }

  @Override
  public void close() {
    database.close();
  }
}
