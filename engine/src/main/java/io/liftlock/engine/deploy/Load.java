package io.liftlock.engine.deploy;

import io.liftlock.core.database.LockProbe;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.report.LoadTrace;
import io.liftlock.core.sql.Masking;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Readers and writers that go on while something is traced: each of several sessions runs the
 * statements of a script in turn, again and again, each beginning with another one.
 */
final class Load implements AutoCloseable {

  private final List<Kind> kinds = new ArrayList<>();
  private final List<LockProbe.Visitor> visitors = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch warm;
  private volatile boolean over;

  /**
   * Begins. Returns when each session has run each statement once.
   *
   * @param sessions how many; at least 1
   */
  Load(LockProbe probe, Script script, int sessions) {
    for (Statement statement : script) {
      kinds.add(new Kind(new Step(kinds.size() + 1, statement, Placement.OUTSIDE, Timeouts.NONE)));
    }
    warm = new CountDownLatch(kinds.isEmpty() ? 0 : sessions);
    for (int i = 0; i < sessions && !kinds.isEmpty(); i++) {
      LockProbe.Visitor visitor = probe.visitor();
      visitors.add(visitor);
      int first = i;
      Thread thread = new Thread(() -> go(visitor, first), "liftlock-load-" + i);
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    try {
      warm.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void go(LockProbe.Visitor visitor, int first) {
    try {
      for (int i = 0; !over; i++) {
        if (i == kinds.size()) {
          warm.countDown();
        }
        Kind kind = kinds.get((first + i) % kinds.size());
        try {
          kind.took(visitor.run(kind.step));
        } catch (StatementFailure failure) {
          kind.failed(failure.problem());
          if (failure.reason() == StatementFailure.Reason.CONNECTION) {
            return;
          }
        }
      }
    } finally {
      warm.countDown();
    }
  }

  /** Ends it. Waits until every session has come to the end of its statement. */
  List<LoadTrace> end() {
    over = true;
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return kinds.stream().map(Kind::trace).toList();
  }

  @Override
  public void close() {
    end();
    visitors.forEach(LockProbe.Visitor::close);
  }

  /** One statement, and how it has fared. */
  private static final class Kind {

    private final Step step;
    private long[] micros = new long[1024];
    private int runs;
    private long failures;
    private @Nullable Problem failure;

    private Kind(Step step) {
      this.step = step;
    }

    private synchronized void took(long each) {
      if (runs == micros.length) {
        micros = Arrays.copyOf(micros, runs * 2);
      }
      micros[runs++] = each;
    }

    private synchronized void failed(Problem problem) {
      failures++;
      if (failure == null) {
        failure = problem;
      }
    }

    private synchronized LoadTrace trace() {
      long[] sorted = Arrays.copyOf(micros, runs);
      Arrays.sort(sorted);
      String text = Masking.passwords(step.statement().text()).strip();
      return new LoadTrace(
          step.statement().span().place(),
          text.lines().findFirst().orElse(""),
          runs,
          runs == 0 ? 0 : sorted[(runs - 1) / 2] / 1000.0,
          runs == 0 ? 0 : sorted[runs - 1] / 1000.0,
          failures,
          Optional.ofNullable(failure));
    }
  }
}
