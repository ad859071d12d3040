package io.liftlock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.event.Event;
import io.liftlock.core.migration.History;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waiting for locks: the ladder, the tries, and the turn of runs. Time is the test's own. */
class PatienceTest {

  @TempDir Path folder;

  private final List<Event> events = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<Database> open = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private boolean interrupts;

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private final Timing timing =
      new Timing(
          clock,
          pause -> {
            if (interrupts) {
              throw new InterruptedException();
            }
            pauses.add(pause);
            now = now.plus(pause);
          },
          new Random(42));

  @AfterEach
  void close() {
    open.forEach(Database::close);
    // The flag that an interrupted wait has set again.
    Thread.interrupted();
  }

  private Database database(String name, String process) {
    Database database = RealDatabases.sqlite(name, folder.resolve(name + ".db"), process);
    open.add(database);
    return database;
  }

  private Patience patience(Duration deadline) {
    RunOptions options = new RunOptions("batch", RealDatabases.runner("me"), deadline);
    Chronicle chronicle = new Chronicle(History.GENESIS, options, timing);
    return new Patience(database("main", "me"), chronicle, options, timing, events::add);
  }

  private static StatementFailure lock() {
    return new StatementFailure(
        0,
        StatementFailure.Reason.LOCK,
        Problem.error(ErrorCode.LOCK_TIMEOUT, "the table is locked"),
        "55P03",
        List.of(new Blocker(7, "psql", "anna", Duration.ofSeconds(90), "SELECT 1")),
        null);
  }

  // The ladder

  @Test
  void everyTryHasALimit() {
    RetryLadder ladder = new RetryLadder(Duration.ofMinutes(5), Duration.ofSeconds(1));
    Duration budget = Duration.ofMillis(300);
    for (int attempt = 1; attempt <= 100; attempt++) {
      assertThat(ladder.lockTimeout(budget, attempt))
          .isEqualTo(attempt % 3 == 0 ? Duration.ofMillis(1500) : budget);
    }
    assertThat(ladder.lockTimeout(Duration.ofSeconds(2), 3)).isEqualTo(Duration.ofSeconds(2));
    assertThat(ladder.lockTimeout(Duration.ZERO, 3)).isZero();
    assertThat(new RetryLadder(Duration.ZERO, Duration.ZERO).lockTimeout(budget, 3))
        .isEqualTo(budget);
  }

  @Test
  void strongLocksAreAskedForShortlyAndEachThirdTimeForLongerThanADeadlockIsLookedFor() {
    RetryLadder ladder = new RetryLadder(Duration.ofMinutes(5), Duration.ofSeconds(1));
    List<Long> rungs = new ArrayList<>();
    for (int attempt = 1; attempt <= 12; attempt++) {
      rungs.add(ladder.rung(Duration.ofSeconds(2), attempt).toMillis());
    }
    assertThat(rungs)
        .containsExactly(
            100L, 200L, 1500L, 400L, 800L, 1500L, 1600L, 2000L, 1500L, 2000L, 2000L, 1500L);
    // Also where the environment sets no limit.
    for (int attempt = 1; attempt <= 100; attempt++) {
      assertThat(ladder.rung(Duration.ZERO, attempt))
          .isBetween(Duration.ofMillis(100), Duration.ofMillis(1500));
    }
  }

  @Test
  void pausesGrowToALimit() {
    RetryLadder ladder = new RetryLadder(Duration.ofMinutes(5), Duration.ofSeconds(1));
    assertThat(ladder.pause(1)).isEqualTo(Duration.ofMillis(200));
    assertThat(ladder.pause(2)).isEqualTo(Duration.ofMillis(400));
    for (int attempt = 6; attempt < 1000; attempt++) {
      assertThat(ladder.pause(attempt)).isEqualTo(Duration.ofSeconds(5));
    }
  }

  @Test
  void jitterStaysBetweenHalfAndOneAndAHalf() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(timing.jitter(Duration.ofSeconds(1)))
          .isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
    }
  }

  // The tries

  @Test
  void triesUntilTheLockIsGranted() throws StatementFailure {
    int[] tries = {0};
    Tried<String> tried =
        patience(Duration.ofMinutes(5))
            .insist(
                RealDatabases.anyMigration(),
                RealDatabases.BUDGET,
                lost -> {
                  now = now.plusMillis(300);
                  if (++tries[0] < 4) {
                    throw lock();
                  }
                  assertThat(lost.lostMs()).isEqualTo(900);
                  return "granted";
                });
    assertThat(tried.result()).isEqualTo("granted");
    assertThat(tried.lockWaitMs()).isEqualTo(900);
    assertThat(pauses).hasSize(3);
    assertThat(events).hasSize(3).allMatch(Event.TransactionRetried.class::isInstance);
  }

  @Test
  void beginsNoTryBehindItsDeadline() {
    List<Instant> begun = new ArrayList<>();
    Duration deadline = Duration.ofSeconds(30);
    StatementFailure failure =
        catchThrowableOfType(
            StatementFailure.class,
            () ->
                patience(deadline)
                    .insist(
                        RealDatabases.anyMigration(),
                        RealDatabases.BUDGET,
                        lost -> {
                          begun.add(now);
                          now = now.plusSeconds(2);
                          throw lock();
                        }));
    assertThat(begun.size()).isGreaterThan(5);
    assertThat(begun).allMatch(at -> !at.isAfter(Instant.EPOCH.plus(deadline)));
    assertThat(failure.reason()).isEqualTo(StatementFailure.Reason.LOCK);
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.LOCK_TIMEOUT);
    assertThat(failure.problem().message())
        .contains(begun.size() + " tries")
        .contains("process 7, application psql, user anna, in its transaction for 90 s");
  }

  @Test
  void triesOnceWithoutADeadlineAndNeverAgainForAnotherReason() {
    int[] tries = {0};
    Attempt<String> locked =
        lost -> {
          tries[0]++;
          throw lock();
        };
    StatementFailure failure =
        catchThrowableOfType(
            StatementFailure.class,
            () ->
                patience(Duration.ZERO)
                    .insist(RealDatabases.anyMigration(), RealDatabases.BUDGET, locked));
    assertThat(tries[0]).isEqualTo(1);
    assertThat(failure.problem().message()).contains("1 try over");
    StatementFailure wrong =
        new StatementFailure(
            0,
            StatementFailure.Reason.STATEMENT,
            Problem.error(ErrorCode.STATEMENT_FAILED, "wrong"),
            "42601",
            List.of(),
            null);
    assertThat(
            catchThrowableOfType(
                StatementFailure.class,
                () ->
                    patience(Duration.ofHours(1))
                        .insist(
                            RealDatabases.anyMigration(),
                            RealDatabases.BUDGET,
                            lost -> {
                              throw wrong;
                            })))
        .isSameAs(wrong);
    assertThat(pauses).isEmpty();
  }

  @Test
  void stopsWhereItsThreadIsAskedTo() {
    interrupts = true;
    StatementFailure failure =
        catchThrowableOfType(
            StatementFailure.class,
            () ->
                patience(Duration.ofMinutes(5))
                    .insist(
                        RealDatabases.anyMigration(),
                        RealDatabases.BUDGET,
                        lost -> {
                          throw lock();
                        }));
    assertThat(failure.problem().message()).contains("asked to stop");
    assertThat(Thread.interrupted()).isTrue();
  }

  // The turn of runs

  @Test
  void takesAllLocksOrNone() {
    Database holder = database("b", "other");
    assertThat(holder.lock().tryAcquire()).isEmpty();
    Database a = database("a", "me");
    Database b = database("b", "me");
    LockTaker taker = new LockTaker(Duration.ofSeconds(5), timing, events::add);
    StateError refused = catchThrowableOfType(StateError.class, () -> taker.take(List.of(b, a)));
    assertThat(refused.code()).isEqualTo(ErrorCode.LOCK_HELD);
    assertThat(refused.getMessage()).contains("database b").contains("waited 5 s");
    assertThat(events).hasSize(1).first().isInstanceOf(Event.LockAwaited.class);
    // The first one was given back.
    assertThat(database("a", "third").lock().tryAcquire()).isEmpty();
  }

  @Test
  void getsItsTurnWhenTheOtherRunEnds() {
    Database holder = database("a", "other");
    assertThat(holder.lock().tryAcquire()).isEmpty();
    Timing endsTheOther = new Timing(clock, pause -> holder.lock().release(), new Random(1));
    Database mine = database("a", "me");
    try (LockTaker.Held held =
        new LockTaker(Duration.ofSeconds(5), endsTheOther, events::add).take(List.of(mine))) {
      assertThat(held).isNotNull();
      assertThat(holder.lock().tryAcquire()).isPresent();
      assertThat(events).hasSize(2).last().isInstanceOf(Event.LockAcquired.class);
    }
    assertThat(holder.lock().tryAcquire()).isEmpty();
  }

  @Test
  void doesNotWaitForOthersWhereItsThreadIsAskedToStop() {
    interrupts = true;
    assertThat(database("a", "other").lock().tryAcquire()).isEmpty();
    StateError refused =
        catchThrowableOfType(
            StateError.class,
            () ->
                new LockTaker(Duration.ofHours(1), timing, events::add)
                    .take(List.of(database("a", "me"))));
    assertThat(refused.code()).isEqualTo(ErrorCode.LOCK_HELD);
    assertThat(refused.getMessage()).contains("asked to stop");
  }

  @Test
  void takesLocksInTheOrderOfTheirNames() {
    Map<String, Database> mine = Map.of("c", database("c", "me"), "a", database("a", "me"));
    assertThat(database("a", "other").lock().tryAcquire()).isEmpty();
    assertThat(database("c", "other").lock().tryAcquire()).isEmpty();
    StateError refused =
        catchThrowableOfType(
            StateError.class,
            () ->
                new LockTaker(Duration.ZERO, timing, events::add)
                    .take(List.of(mine.get("c"), mine.get("a"))));
    assertThat(refused.getMessage()).contains("database a");
  }
}
