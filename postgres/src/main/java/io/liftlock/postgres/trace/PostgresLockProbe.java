package io.liftlock.postgres.trace;

import io.liftlock.core.database.LockProbe;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.report.ObservedLock;
import io.liftlock.core.report.StatementTrace;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sees the locks of each statement in raw {@code pg_locks}, with names that were taken before the
 * transaction; files in {@code pg_class.relfilenode}; scans in the session's own counters, which
 * count those of validations, index builds and rewrites, too. What runs outside a transaction is
 * watched by a second session while it runs.
 *
 * <p>Inside a transaction, a lock counts as held from the begin of the statement that took it: what
 * changes a relation locks it before anything else.
 */
public final class PostgresLockProbe implements LockProbe {

  private static final String DOING = "what a statement did cannot be seen";

  /**
   * How long a session keeps its counters to itself, with some time to spare: PGSTAT_MIN_INTERVAL
   * of 15 and later, PGSTAT_STAT_INTERVAL before.
   */
  private static final long INTERVAL_MS = 950;

  private static final long OLD_INTERVAL_MS = 450;

  private static final Pattern TRUNCATE =
      Pattern.compile("\\s*truncate\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern SKIPS = Pattern.compile("(?i)\\bskip_locked\\b");

  private static final Pattern PLAIN_VACUUM =
      Pattern.compile("(?s)\\s*vacuum\\b(?!.*\\bfull\\b).*", Pattern.CASE_INSENSITIVE);

  private final Link work;
  private final Supplier<Link> connections;
  private final Runnable touched;
  private final long begun = System.nanoTime();
  private final Queue<Link> spare = new ConcurrentLinkedQueue<>();
  private @Nullable Link watcher;

  /**
   * @param work the connection that the statements run on; stays open
   * @param connections opens another one to the same database
   * @param touched is told when a script may have changed the session
   */
  public PostgresLockProbe(Link work, Supplier<Link> connections, Runnable touched) {
    this.work = work;
    this.connections = connections;
    this.touched = touched;
  }

  /** A statement that ran, until the end of its transaction is known. */
  private record Draft(
      Step step, List<HeldLocks.Taken> locks, Effects effects, long rows, long start, long end) {

    StatementTrace trace(@Nullable StatementFailure failure) {
      return new StatementTrace(
          step.statement().span().place(),
          FirstLine.of(step.statement()),
          locks.stream().map(HeldLocks.Taken::observed).toList(),
          effects.rewritten(),
          effects.scanned(),
          rows,
          effects.wal(),
          start,
          end - start,
          Optional.ofNullable(failure).map(StatementFailure::problem),
          Optional.ofNullable(failure).map(StatementFailure::sqlState));
    }
  }

  @Override
  public List<StatementTrace> together(List<Step> steps) {
    if (steps.isEmpty()) {
      return List.of();
    }
    touched.run();
    Look first = firstLook(control(steps.get(0), Placement.BEGIN).orElse("BEGIN"));
    HeldLocks held = new HeldLocks(first);
    List<Draft> drafts = new ArrayList<>();
    StatementFailure failure = null;
    Look before = first;
    String end = "COMMIT";
    for (Step step : steps) {
      if (step.placement() == Placement.BEGIN) {
        continue;
      }
      if (step.placement() == Placement.COMMIT || step.placement() == Placement.ROLLBACK) {
        end = step.statement().text();
        continue;
      }
      long start = now();
      try {
        long rows = Run.run(work, step);
        long done = now();
        // SET TRANSACTION must come before any query, and no SET locks anything.
        Look after = isSet(step) ? before : look();
        Effects effects = effects(step, before, after, first.relations().keySet());
        drafts.add(
            new Draft(
                step,
                held.behind(before, after, start, done),
                effects,
                rows < 0 && effects.written() > 0 ? effects.written() : rows,
                start,
                done));
        before = after;
      } catch (StatementFailure e) {
        failure = e;
        drafts.add(nothingSeen(step, start, now()));
        break;
      }
    }
    if (failure == null) {
      failure = finish(end);
    } else {
      Exchange.undo(work);
    }
    held.end(now());
    return finished(drafts, failure);
  }

  /** Only the last statement can have failed. */
  private static List<StatementTrace> finished(
      List<Draft> drafts, @Nullable StatementFailure failure) {
    List<StatementTrace> traces = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      traces.add(drafts.get(i).trace(i == drafts.size() - 1 ? failure : null));
    }
    return traces;
  }

  private static Draft nothingSeen(Step step, long start, long end) {
    return new Draft(
        step, List.of(), new Effects(new TreeSet<>(), new TreeSet<>(), 0, -1), -1, start, end);
  }

  /**
   * Looks, and begins the transaction. In one message, since the server hands over a session's
   * counters only between messages; in a transaction of its own, since SET TRANSACTION must come
   * before any query.
   */
  private Look firstLook(String begin) {
    String look = Look.inTransaction(work.processId());
    return Look.of(
        Exchange.ask(work, DOING, List.of("BEGIN", look, "COMMIT", begin)).subList(1, 4));
  }

  private Look look() {
    return Look.of(Exchange.ask(work, DOING, List.of(Look.inTransaction(work.processId()))));
  }

  private @Nullable StatementFailure finish(String end) {
    Answer answer = work.ask(end, Link.Rows.DROP);
    if (answer.failure() != null) {
      Exchange.undo(work);
      return Failures.of(-1, "the transaction cannot be committed", answer.failure(), List.of());
    }
    return null;
  }

  private static Optional<String> control(Step step, Placement placement) {
    return step.placement() == placement ? Optional.of(step.statement().text()) : Optional.empty();
  }

  @Override
  public Map<RelationName, RelationName> relations() {
    Map<Long, Relation> all = lookOutside().relations();
    Map<RelationName, RelationName> names = new HashMap<>();
    for (Relation relation : all.values()) {
      names.put(relation.name(), all.getOrDefault(relation.table(), relation).name());
    }
    return names;
  }

  @Override
  public Visitor visitor() {
    return new PostgresVisitor(connections.get());
  }

  @Override
  public StatementTrace alone(Step step) {
    touched.run();
    long counted = now();
    handOver();
    Look ownBefore = look();
    Look before = lookOutside();
    long start = now();
    long rows = -1;
    StatementFailure failure = null;
    List<ObservedLock> locks;
    try (Gates gates = gates(step, before);
        Onlooker onlooker = new Onlooker(watcher(), work.processId(), gates, this::now)) {
      start = now();
      try {
        rows = Run.run(work, step);
      } catch (StatementFailure e) {
        failure = e;
      }
      locks = onlooker.locks(before);
    }
    long end = now();
    Look ownAfter = look();
    Set<Long> known = before.relations().keySet();
    Effects effects;
    if (now() - counted < (isOld() ? OLD_INTERVAL_MS : INTERVAL_MS)) {
      effects = effects(step, ownBefore, ownAfter, known);
    } else {
      settle();
      effects = effects(step, before, lookOutside(), known);
    }
    return new StatementTrace(
        step.statement().span().place(),
        FirstLine.of(step.statement()),
        corrected(locks, before, ownAfter, end),
        effects.rewritten(),
        effects.scanned(),
        rows,
        Math.max(0, ownAfter.wal() - before.wal()),
        start,
        end - start,
        Optional.ofNullable(failure).map(StatementFailure::problem),
        Optional.ofNullable(failure).map(StatementFailure::sqlState));
  }

  private boolean isOld() {
    return work.serverVersion().startsWith("14");
  }

  /**
   * Lets the session hand over its counters now, so that it does not for a while, and the counters
   * of a statement that is quick enough can be read as its very own.
   */
  private void handOver() {
    Exchange.ask(
        work,
        DOING,
        isOld()
            ? "SELECT pg_catalog.pg_sleep(0.55)"
            : "SELECT pg_catalog.pg_stat_force_next_flush()");
  }

  /**
   * Waits until the counters that were handed over can be read. From 15 on they are in shared
   * memory at once; before, they travel to a process that writes them into a file twice a second.
   */
  private void settle() {
    if (isOld()) {
      Exchange.ask(work, DOING, "SELECT pg_catalog.pg_sleep(0.55)");
      Exchange.ask(work, DOING, "SELECT pg_catalog.pg_sleep(0.55)");
    }
  }

  private Look lookOutside() {
    return Look.of(Exchange.ask(work, DOING, List.of(Look.outside(work.processId()))));
  }

  private Link connection() {
    Link open = spare.poll();
    return open == null || open.isClosed() ? connections.get() : open;
  }

  private Link watcher() {
    Link open = watcher;
    if (open == null || open.isClosed()) {
      open = connections.get();
      watcher = open;
      // It must be ready when the statement begins.
      Exchange.ask(open, DOING, Look.locks(work.processId()));
    }
    return open;
  }

  private Gates gates(Step step, Look before) {
    String text = step.statement().text();
    boolean vacuum = PLAIN_VACUUM.matcher(text).matches();
    List<Relation> tables =
        vacuum && SKIPS.matcher(text).find()
            ? List.of()
            : before.relations().values().stream()
                .filter(relation -> relation.kind() == 'r' || relation.kind() == 'p')
                .toList();
    Gates gates =
        new Gates(
            this::connection,
            spare::add,
            tables,
            vacuum ? Gates.Manner.ONCE_AS_VACUUM : Gates.Manner.AS_WRITER);
    gates.shut();
    return gates;
  }

  /**
   * Corrects what was seen by what is gone. What is gone was locked against everybody, however
   * short: a concurrent DROP INDEX does so at its very end. Where another one has its name now, as
   * behind a concurrent REINDEX, nobody used it any more when that happened, so it is left out.
   */
  private static List<ObservedLock> corrected(
      List<ObservedLock> seen, Look before, Look after, long end) {
    Set<RelationName> there =
        after.relations().values().stream().map(Relation::name).collect(Collectors.toSet());
    Set<RelationName> gone =
        before.relations().values().stream()
            .filter(relation -> !after.relations().containsKey(relation.oid()))
            .map(Relation::name)
            .collect(Collectors.toSet());
    List<ObservedLock> locks = new ArrayList<>(seen);
    locks.removeIf(
        lock ->
            lock.mode() == LockMode.ACCESS_EXCLUSIVE
                && gone.contains(lock.relation())
                && there.contains(lock.relation()));
    for (RelationName name : gone) {
      boolean known =
          locks.stream()
              .anyMatch(
                  lock -> lock.mode() == LockMode.ACCESS_EXCLUSIVE && lock.relation().equals(name));
      if (!known && !there.contains(name)) {
        locks.add(new ObservedLock(name, LockMode.ACCESS_EXCLUSIVE, end, 0));
      }
    }
    locks.sort(Comparator.comparing(ObservedLock::relation).thenComparing(ObservedLock::mode));
    return locks;
  }

  /** TRUNCATE makes indexes anew over files that are empty by then: that reads no row. */
  private static Effects effects(Step step, Look before, Look after, Set<Long> known) {
    Effects effects = Effects.between(before, after, known);
    return TRUNCATE.matcher(step.statement().text()).lookingAt()
        ? new Effects(effects.rewritten(), new TreeSet<>(), effects.written(), effects.wal())
        : effects;
  }

  private static boolean isSet(Step step) {
    String text = step.statement().text();
    return text.length() < 10_000 && text.toLowerCase(Locale.ROOT).matches("(?s)\\s*set\\b.*");
  }

  /** Milliseconds since the trace began. */
  private long now() {
    return (System.nanoTime() - begun) / 1_000_000;
  }

  @Override
  public void close() {
    Link open = watcher;
    if (open != null) {
      open.close();
    }
    spare.forEach(Link::close);
  }
}
