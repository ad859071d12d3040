package io.liftlock.postgres;

import io.liftlock.core.database.Blocker;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks from another connection at who blocks the work session, while it waits. Only a statement
 * that takes long is looked at; a fast run never starts the thread's first look.
 */
final class BlockerWatch implements AutoCloseable {

  private static final long FIRST_LOOK_MS = 500;
  private static final int QUERY_LENGTH = 200;
  private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'?");

  private final Supplier<Link> watcher;
  private @Nullable ScheduledThreadPoolExecutor clock;

  BlockerWatch(Supplier<Link> watcher) {
    this.watcher = watcher;
  }

  /** Watches until the returned watch is ended. */
  Watch begin(int processId, Duration lockBudget) {
    if (clock == null) {
      clock =
          new ScheduledThreadPoolExecutor(
              1,
              task -> {
                Thread thread = new Thread(task, "liftlock-blockers");
                thread.setDaemon(true);
                return thread;
              });
      clock.setRemoveOnCancelPolicy(true);
    }
    long delay =
        lockBudget.isZero() ? FIRST_LOOK_MS : Math.min(FIRST_LOOK_MS, lockBudget.toMillis() / 2);
    Watch watch = new Watch(processId);
    watch.task =
        clock.scheduleWithFixedDelay(watch, delay, Math.max(delay, 50), TimeUnit.MILLISECONDS);
    return watch;
  }

  @Override
  public void close() {
    if (clock != null) {
      clock.shutdownNow();
    }
  }

  /** One statement's, or one message's, watch. */
  final class Watch implements Runnable {

    private final int processId;
    private volatile List<Blocker> seen = List.of();
    private @Nullable ScheduledFuture<?> task;

    private Watch(int processId) {
      this.processId = processId;
    }

    @Override
    public void run() {
      List<Blocker> blockers = blockers(watcher.get(), processId);
      if (!blockers.isEmpty()) {
        seen = blockers;
      }
    }

    /** Ends the watch; gives what was seen last. */
    List<Blocker> end() {
      if (task != null) {
        task.cancel(false);
      }
      return seen;
    }
  }

  private static List<Blocker> blockers(Link link, int processId) {
    // Without the privilege to see it, another role's query reads <insufficient privilege> and
    // its start is null.
    String sql =
        """
        SELECT b.pid, a.application_name, a.usename,
               (EXTRACT(epoch FROM pg_catalog.clock_timestamp() - a.xact_start) * 1000)::bigint,
               CASE WHEN a.query <> '<insufficient privilege>'
                    THEN pg_catalog.left(a.query, %d) END
          FROM (SELECT DISTINCT p.pid
                  FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids(%d)) AS p(pid)) AS b
          LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid
         ORDER BY a.xact_start NULLS LAST, b.pid\
        """
            .formatted(QUERY_LENGTH * 4, processId);
    Answer answer = link.ask(sql, Link.Rows.KEEP);
    if (answer.failure() != null) {
      return List.of();
    }
    Reply reply = answer.replies().get(0);
    List<Blocker> blockers = new ArrayList<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      String application = reply.text(row, 1);
      String age = reply.text(row, 3);
      blockers.add(
          new Blocker(
              Long.parseLong(reply.required(row, 0)),
              application == null ? "" : application,
              reply.text(row, 2),
              age == null ? null : Duration.ofMillis(Long.parseLong(age)),
              query(reply.text(row, 4))));
    }
    return blockers;
  }

  private static @Nullable String query(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String line = LITERAL.matcher(text).replaceAll("'…'").strip().replaceAll("\\s+", " ");
    return line.length() > QUERY_LENGTH ? line.substring(0, QUERY_LENGTH) + " …" : line;
  }
}
