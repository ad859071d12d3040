package io.liftlock.postgres.trace;

import io.liftlock.core.database.LockProbe;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.plan.Step;
import io.liftlock.postgres.link.Link;

/** One of those who use a database while it is migrated. */
final class PostgresVisitor implements LockProbe.Visitor {

  private final Link link;

  PostgresVisitor(Link link) {
    this.link = link;
  }

  @Override
  public long run(Step step) throws StatementFailure {
    long begun = System.nanoTime();
    Run.run(link, step);
    return (System.nanoTime() - begun) / 1_000;
  }

  @Override
  public void close() {
    link.close();
  }
}
