package io.liftlock.postgres.trace;

import io.liftlock.core.report.ObservedLock;
import io.liftlock.core.sql.LockMode;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Looks from a second session at what another one has locked, again and again, until it is closed.
 * A lock that is held for less time than passes between two looks may not be seen: about a tenth of
 * a millisecond in the first seconds, two milliseconds later, when it would cost too much.
 *
 * <p>Its looks are in short transactions, since a concurrent index build waits for all that are
 * older than itself.
 */
final class Onlooker implements AutoCloseable {

  /** So many looks travel together while time is short. */
  private static final int CLOSELY = 16;

  private static final long CLOSELY_MS = 3000;
  private static final long PAUSE_NANOS = 2_000_000;

  private final Link link;
  private final String query;
  private final String closely;
  private final Gates gates;
  private final LongSupplier clock;
  private final Map<Long, EnumMap<LockMode, Span>> seen = new HashMap<>();
  private final Thread thread;
  private final CountDownLatch looking = new CountDownLatch(1);
  private boolean waits;
  private volatile boolean over;

  /** From when to when a lock was held, in milliseconds; or when it was last waited for. */
  private static final class Span {

    private boolean held;
    private long from;
    private long until;

    void note(boolean granted, long now) {
      if (!held) {
        from = now;
        held = granted;
      }
      until = now;
    }
  }

  /**
   * Begins to look; the first look is over when this returns.
   *
   * @param processId the session that is looked at
   * @param gates hold it up where it waits; shut already
   * @param clock milliseconds since the trace began
   */
  Onlooker(Link link, int processId, Gates gates, LongSupplier clock) {
    this.link = link;
    this.gates = gates;
    this.query = Look.locks(processId);
    this.closely = String.join(";", Collections.nCopies(CLOSELY, query));
    this.clock = clock;
    this.thread = new Thread(this::look, "liftlock-onlooker");
    this.thread.setDaemon(true);
    this.thread.start();
    try {
      looking.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      lookUntilOver();
    } finally {
      looking.countDown();
    }
  }

  private void lookUntilOver() {
    long begun = clock.getAsLong();
    while (!over && !link.isClosed()) {
      boolean close = clock.getAsLong() - begun < CLOSELY_MS;
      waits = false;
      // A broken connection ends the watch; the statement itself does not depend on it.
      if (link.stream(close ? closely : query, this::note) != null) {
        return;
      }
      if (waits) {
        gates.pass();
      }
      if (!close) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void note(Reply reply) {
    looking.countDown();
    long now = clock.getAsLong();
    for (int row = 0; row < reply.rows().size(); row++) {
      boolean granted = reply.isTrue(row, 2);
      waits |= !granted;
      long oid = reply.number(row, 0);
      LockMode.of(reply.required(row, 1)).ifPresent(mode -> span(oid, mode).note(granted, now));
    }
  }

  private Span span(long oid, LockMode mode) {
    return seen.computeIfAbsent(oid, any -> new EnumMap<>(LockMode.class))
        .computeIfAbsent(mode, any -> new Span());
  }

  /**
   * What was seen of relations that were there before. Ends the looking.
   *
   * @param before the look before the statement
   */
  List<ObservedLock> locks(Look before) {
    close();
    List<ObservedLock> locks = new ArrayList<>();
    seen.forEach(
        (oid, modes) -> {
          Relation relation = before.relations().get(oid);
          if (relation != null) {
            LockMode strongest = Collections.max(modes.keySet());
            modes.forEach(
                (mode, span) -> {
                  // Those of reading and writing rows say nothing beside a stronger one.
                  if (mode == strongest || mode.compareTo(LockMode.ROW_EXCLUSIVE) > 0) {
                    locks.add(
                        new ObservedLock(relation.name(), mode, span.from, span.until - span.from));
                  }
                });
          }
        });
    locks.sort(Comparator.comparing(ObservedLock::relation).thenComparing(ObservedLock::mode));
    return locks;
  }

  @Override
  public void close() {
    over = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
