package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.LockHolder;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementFailure.Reason;
import io.liftlock.core.database.Work;
import io.liftlock.testkit.Forked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LockFileTest {

  @TempDir Path folder;

  @Test
  void twoPathsToOneFileShareOneLock() throws IOException {
    Path real = Files.createDirectories(folder.resolve("real")).resolve("trades.db");
    Path linkedFolder = Files.createSymbolicLink(folder.resolve("linked"), real.getParent());
    // Neither file is there yet: the link dangles.
    Path linkedFile = Files.createSymbolicLink(folder.resolve("other.db"), real);
    try (Database one = Workshop.open(real);
        Database two = Workshop.open(linkedFolder.resolve("trades.db"));
        Database three = Workshop.open(linkedFile)) {
      assertThat(one.lock().tryAcquire()).isEmpty();
      assertThat(two.lock().tryAcquire()).isPresent();
      assertThat(three.lock().tryAcquire()).isPresent();
    }
  }

  @Test
  void ofManyThreadsOneGetsIt() throws Exception {
    Path file = folder.resolve("trades.db");
    ExecutorService threads = Executors.newFixedThreadPool(16);
    CountDownLatch go = new CountDownLatch(1);
    try {
      List<Database> databases = new ArrayList<>();
      List<Future<Optional<LockHolder>>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        Database database = Workshop.open(file);
        databases.add(database);
        answers.add(
            threads.submit(
                () -> {
                  go.await();
                  return database.lock().tryAcquire();
                }));
      }
      go.countDown();
      int got = 0;
      for (Future<Optional<LockHolder>> answer : answers) {
        got += answer.get(30, TimeUnit.SECONDS).isEmpty() ? 1 : 0;
      }
      assertThat(got).isEqualTo(1);
      databases.forEach(Database::close);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aKilledRunnerLeavesNothingLocked() {
    Path file = folder.resolve("trades.db");
    try (Database here = Workshop.open(file);
        Forked other = Forked.start(Holder.class, file.toString())) {
      other.await("held");
      assertThat(here.lock().tryAcquire())
          .hasValueSatisfying(
              holder ->
                  assertThat(holder.description())
                      .contains("process " + other.handle().pid())
                      .contains("tester"));
      assertThat(here.lock().holder()).isPresent();
      // Looking must not disturb it.
      assertThat(here.lock().tryAcquire()).isPresent();
      other.kill();
      assertThat(here.lock().holder()).isEmpty();
      assertThat(here.lock().tryAcquire()).isEmpty();
    }
  }

  @Test
  void aLockFileThatSomebodyRemovedIsNoticedBeforeTheCommit() throws IOException, StatementFailure {
    Path file = folder.resolve("trades.db");
    try (Database database = Workshop.open(file)) {
      database.history().prepare();
      assertThat(database.lock().tryAcquire()).isEmpty();
      Workshop.migrate(database, "1", "CREATE TABLE a (id INTEGER)");
      Files.delete(folder.resolve("trades.db-liftlock"));
      StatementFailure failure = Workshop.failure(database, "2", "CREATE TABLE b (id INTEGER)");
      assertThat(failure.reason()).isEqualTo(Reason.LOCK_LOST);
      assertThat(database.history().read().entries()).hasSize(1);
    }
  }

  @Test
  void aRunnerKilledInTheMiddleOfATransactionLeavesAllOrNothing() throws StatementFailure {
    for (String mode : List.of("delete", "wal")) {
      Path file = folder.resolve(mode + ".db");
      ByHand byHand = new ByHand(file);
      byHand.run("CREATE TABLE a (t TEXT)");
      byHand.ask("PRAGMA journal_mode = " + mode);
      try (Forked other = Forked.start(Writer.class, file.toString())) {
        other.await("walk 2");
        other.kill();
      }
      try (Database here = Workshop.open(file)) {
        assertThat(here.lock().tryAcquire()).isEmpty();
        assertThat(here.history().read().entries()).isEmpty();
        assertThat(byHand.ask("PRAGMA integrity_check")).contains("ok");
        assertThat(byHand.ask("SELECT count(*) FROM a")).contains("0");
        Workshop.migrate(here, "1", "INSERT INTO a VALUES ('once')");
      }
      assertThat(byHand.ask("SELECT count(*) FROM a")).contains("1");
    }
  }

  /** Holds the lock until it is killed. */
  static final class Holder {
    public static void main(String[] arguments) throws InterruptedException {
      Database database = Workshop.open(Path.of(arguments[0]));
      if (database.lock().tryAcquire().isEmpty()) {
        System.out.println("held");
      }
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }

  /** Writes in a transaction, more than fits into SQLite's cache, until it is killed. */
  static final class Writer {
    public static void main(String[] arguments) throws StatementFailure {
      Database database = Workshop.open(Path.of(arguments[0]));
      database.lock().tryAcquire();
      database.history().prepare();
      List<Work> work =
          Workshop.work(
              "INSERT INTO a VALUES (zeroblob(100000));\n".repeat(300)
                  + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i)"
                  + " FROM n;");
      Work last = work.get(work.size() - 1);
      // It is walked through twice: the first time only to see what will come.
      AtomicInteger walks = new AtomicInteger();
      database
          .session()
          .atomically(
              () -> {
                int walk = walks.incrementAndGet();
                return work.stream()
                    .peek(
                        piece -> {
                          if (piece == last) {
                            System.out.println("walk " + walk);
                          }
                        })
                    .iterator();
              });
    }
  }
}
