package io.liftlock.engine.proof;

import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StepResult;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a role that is missing, without any right to log in, and tries again what failed for it. To
 * a failure for a missing extension it adds where one could be had.
 */
final class RoleMakingSession implements Session {

  private static final Pattern ROLE = Pattern.compile("^role \"(.+)\" does not exist");

  /** 42704: no such object; 22023: a parameter names no such role. */
  private static final Set<String> ROLE_STATES = Set.of("42704", "22023");

  private static final Pattern EXTENSION =
      Pattern.compile("^(extension \".+\" is not available|could not open extension control file)");

  private final Session session;
  private final Set<String> made = new HashSet<>();

  RoleMakingSession(Session session) {
    this.session = session;
  }

  private interface Attempt<T> {
    T run() throws StatementFailure;
  }

  private <T> T insist(Attempt<T> attempt) throws StatementFailure {
    for (; ; ) {
      try {
        return attempt.run();
      } catch (StatementFailure failure) {
        String message = failure.problem().message();
        Matcher role = ROLE.matcher(message);
        // In a transaction of the script's own it is too late: what ran before is lost.
        if (session.inTransaction()
            || !ROLE_STATES.contains(String.valueOf(failure.sqlState()))
            || !role.find()
            || !made.add(role.group(1))) {
          throw EXTENSION.matcher(message).find() ? explained(failure) : failure;
        }
        make(role.group(1));
      }
    }
  }

  private void make(String role) throws StatementFailure {
    String sql = "CREATE ROLE \"" + role.replace("\"", "\"\"") + "\" NOLOGIN";
    session.run(
        new Step(
            1,
            new ScriptReader().read("(a missing role)", sql, Dialect.POSTGRES).iterator().next(),
            Placement.OUTSIDE,
            Timeouts.NONE));
  }

  private static StatementFailure explained(StatementFailure failure) {
    Problem problem = failure.problem();
    return new StatementFailure(
        failure.workIndex(),
        failure.reason(),
        problem.action(
            "the embedded PostgreSQL has only the extensions that come with PostgreSQL; let the role"
                + " create databases on a server that has this one, or name such a server in the"
                + " configuration: scratch.url"),
        failure.sqlState(),
        failure.blockers(),
        failure);
  }

  @Override
  public void configure(Timeouts timeouts, Map<String, String> settings) throws StatementFailure {
    insist(
        () -> {
          session.configure(timeouts, settings);
          return settings;
        });
  }

  @Override
  public List<StepResult> atomically(Iterable<Work> work) throws StatementFailure {
    return insist(() -> session.atomically(work));
  }

  @Override
  public StepResult run(Step step) throws StatementFailure {
    return insist(() -> session.run(step));
  }

  @Override
  public void write(List<Work> rows) throws StatementFailure {
    session.write(rows);
  }

  @Override
  public void endScript() {
    session.endScript();
  }

  @Override
  public boolean inTransaction() {
    return session.inTransaction();
  }

  @Override
  public void rollback() {
    session.rollback();
  }

  @Override
  public Duration deadlockTimeout() {
    return session.deadlockTimeout();
  }

  @Override
  public void analyze(List<String> tables) throws StatementFailure {
    session.analyze(tables);
  }
}
