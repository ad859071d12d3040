package io.liftlock.engine.migrate;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Evidence;
import io.liftlock.core.database.Examiner;
import io.liftlock.core.database.FactReader;
import io.liftlock.core.database.HistoryStore;
import io.liftlock.core.database.Inspector;
import io.liftlock.core.database.LockHolder;
import io.liftlock.core.database.LockProbe;
import io.liftlock.core.database.LockWatch;
import io.liftlock.core.database.MigrationLock;
import io.liftlock.core.database.RowDigests;
import io.liftlock.core.database.RowSampler;
import io.liftlock.core.database.RowSource;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.database.Scratch;
import io.liftlock.core.database.ServerInfo;
import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementProbe;
import io.liftlock.core.database.StepResult;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.LockRecord;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.schema.Snapshot;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real database whose connection goes with a chosen call, just before it or just behind it.
 * Nothing that is called later comes through.
 */
final class MortalDatabase implements Database {

  /** When the end comes, and how it looks from inside. */
  enum End {
    /** The process is gone before the call: nothing of liftlock runs any more. */
    KILLED_BEFORE,
    /** The call took effect, but its answer never came; the process lives. */
    CUT_BEHIND
  }

  /** What a killed process does: nothing more. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Database real;
  private final End end;
  private final int last;
  private int calls;
  private boolean dead;

  /**
   * @param last the 1-based call with which it ends
   */
  MortalDatabase(Database real, End end, int last) {
    this.real = real;
    this.end = end;
    this.last = last;
  }

  boolean isDead() {
    return dead;
  }

  private interface Call<T> {
    T make() throws StatementFailure;
  }

  /** A call that may fail with a StatementFailure. */
  private <T> T work(Call<T> call) throws StatementFailure {
    if (dead) {
      throw gone();
    }
    calls++;
    if (calls < last) {
      return call.make();
    }
    if (end == End.CUT_BEHIND) {
      call.make();
    }
    real.close();
    dead = true;
    throw gone();
  }

  private StatementFailure gone() {
    if (end == End.KILLED_BEFORE) {
      throw new Killed();
    }
    return new StatementFailure(
        -1, StatementFailure.Reason.CONNECTION, problem(), null, List.of(), null);
  }

  private static Problem problem() {
    return Problem.error(ErrorCode.CONNECTION_LOST, "the connection was cut by a test");
  }

  /** Any other call. */
  private <T> T ask(Call<T> call) {
    try {
      return work(call);
    } catch (StatementFailure failure) {
      throw new DatabaseError(failure.problem(), null, failure);
    }
  }

  private void tell(Runnable call) {
    ask(
        () -> {
          call.run();
          return Optional.empty();
        });
  }

  @Override
  public String name() {
    return real.name();
  }

  @Override
  public Dialect dialect() {
    return real.dialect();
  }

  @Override
  public ServerInfo server() {
    return real.server();
  }

  @Override
  public Session session() {
    Session session = real.session();
    return new Session() {
      @Override
      public void configure(Timeouts timeouts, Map<String, String> settings)
          throws StatementFailure {
        work(
            () -> {
              session.configure(timeouts, settings);
              return Optional.empty();
            });
      }

      @Override
      public List<StepResult> atomically(Iterable<Work> all) throws StatementFailure {
        return work(() -> session.atomically(all));
      }

      @Override
      public StepResult run(Step step) throws StatementFailure {
        return work(() -> session.run(step));
      }

      @Override
      public void endScript() {
        session.endScript();
      }

      @Override
      public void write(List<Work> rows) throws StatementFailure {
        work(
            () -> {
              session.write(rows);
              return Optional.empty();
            });
      }

      @Override
      public boolean inTransaction() {
        return !dead && session.inTransaction();
      }

      @Override
      public void rollback() {
        if (!dead) {
          tell(session::rollback);
        }
      }

      @Override
      public Duration deadlockTimeout() {
        return session.deadlockTimeout();
      }

      @Override
      public void analyze(List<String> tables) throws StatementFailure {
        work(
            () -> {
              session.analyze(tables);
              return Optional.empty();
            });
      }
    };
  }

  @Override
  public HistoryStore history() {
    HistoryStore history = real.history();
    return new HistoryStore() {
      @Override
      public History read() {
        return ask(history::read);
      }

      @Override
      public void prepare() {
        tell(history::prepare);
      }

      @Override
      public List<StatementRecord> statements(MigrationId id, Direction direction) {
        return ask(() -> history.statements(id, direction));
      }

      @Override
      public List<LockRecord> locks(MigrationId id, Direction direction) {
        return ask(() -> history.locks(id, direction));
      }

      @Override
      public Optional<Snapshot> lastSnapshot() {
        return ask(history::lastSnapshot);
      }

      @Override
      public void keep(Snapshot snapshot) {
        tell(() -> history.keep(snapshot));
      }

      @Override
      public String tableName() {
        return history.tableName();
      }

      @Override
      public String prepareSql() {
        return history.prepareSql();
      }

      @Override
      public String writeSql(List<Work> rows) {
        return history.writeSql(rows);
      }
    };
  }

  @Override
  public MigrationLock lock() {
    MigrationLock lock = real.lock();
    return new MigrationLock() {
      @Override
      public Optional<LockHolder> tryAcquire() {
        return ask(lock::tryAcquire);
      }

      @Override
      public Optional<LockHolder> holder() {
        return ask(lock::holder);
      }

      @Override
      public void release() {
        if (!dead) {
          lock.release();
        }
      }
    };
  }

  @Override
  public StatementProbe probe() {
    StatementProbe probe = real.probe();
    return new StatementProbe() {
      @Override
      public Evidence probe(Statement statement) {
        return ask(() -> probe.probe(statement));
      }
    };
  }

  @Override
  public Examiner examiner() {
    return real.examiner();
  }

  @Override
  public Inspector inspector() {
    return () -> ask(() -> real.inspector().inspect());
  }

  @Override
  public Scratch scratch() {
    return real.scratch();
  }

  @Override
  public RowDigests rows() {
    return real.rows();
  }

  @Override
  public RowSource rowSource() {
    return real.rowSource();
  }

  @Override
  public RowTarget rowTarget() {
    return real.rowTarget();
  }

  @Override
  public Optional<RowSampler> rowSampler() {
    return real.rowSampler();
  }

  @Override
  public FactReader facts() {
    return real.facts();
  }

  @Override
  public Optional<LockProbe> lockProbe() {
    return real.lockProbe();
  }

  @Override
  public Optional<LockWatch> lockWatch() {
    return real.lockWatch();
  }

  @Override
  public void wipe() {
    tell(real::wipe);
  }

  @Override
  public void close() {
    real.close();
  }
}
