package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.report.CopyReport;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * While an application writes, the copy is the source as it was at one instant: what every
 * transaction keeps holds in the copy, too, and each row is there exactly if the snapshot that the
 * report names sees the transaction that wrote it.
 */
class LoadedSourceTest {

  private static final int ACCOUNTS = 2000;

  private static void prepare(Connection connection) throws SQLException {
    schema(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO accounts SELECT g, 1000, repeat('x', 400) FROM generate_series(1, %1$d) g;
          INSERT INTO journal (account_id, amount, note)
            SELECT g %% %1$d + 1, 0, repeat('y', 200) FROM generate_series(1, 5000) g;
          """
              .formatted(ACCOUNTS));
    }
  }

  private static void schema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE accounts (id int PRIMARY KEY, balance numeric(14, 2) NOT NULL, note text);
          CREATE TABLE journal (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            account_id int NOT NULL REFERENCES accounts,
            amount numeric(14, 2) NOT NULL,
            note text,
            written_by xid8 NOT NULL DEFAULT pg_current_xact_id());
          """);
    }
  }

  @Test
  void theCopyIsTheSnapshot() throws InterruptedException, ExecutionException {
    ScratchDatabase source =
        ScratchServer.get().freshDatabase("accounts under load", LoadedSourceTest::prepare);
    ScratchDatabase target =
        ScratchServer.get().freshDatabase("accounts, empty", LoadedSourceTest::schema);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<Future<Integer>> written = new ArrayList<>();
    CopyReport report;
    try {
      for (int i = 0; i < 4; i++) {
        written.add(writers.submit(writer(source, new Random(i), done)));
      }
      while ("5000".equals(source.value("SELECT count(*) FROM journal"))) {
        Thread.onSpinWait();
      }
      report = Copying.copy(source.url(), target.url(), Copying.SMALL_PARTS);
    } finally {
      done.set(true);
      writers.shutdown();
    }
    int transfers = 0;
    for (Future<Integer> one : written) {
      transfers += one.get();
    }
    assertThat(report.consistent()).isTrue();
    assertThat(report.snapshots()).hasSize(1);
    assertThat(report.verified().orElseThrow().isEqual()).isTrue();
    assertThat(target.value("SELECT sum(balance) FROM accounts"))
        .as("money that no transfer makes or loses")
        .isEqualTo(ACCOUNTS * 1000 + ".00");
    assertThat(target.value("SELECT sum(amount) FROM journal")).isEqualTo("0.00");
    assertThat(
            target.value(
                """
                SELECT count(*) FROM accounts a
                 WHERE balance - 1000
                       <> (SELECT coalesce(sum(amount), 0) FROM journal WHERE account_id = a.id)
                """))
        .as("accounts that their journal does not explain")
        .isEqualTo("0");
    SnapshotRecord snapshot = report.snapshots().get(0);
    String seen =
        "SELECT string_agg(id || ' ' || amount || ' ' || written_by, ',' ORDER BY id) FROM journal";
    assertThat(target.value(seen))
        .as("after %d transfers, at %s", transfers, snapshot.id())
        .isEqualTo(
            source.value(
                seen + " WHERE pg_visible_in_snapshot(written_by, '" + snapshot.id() + "')"));
    assertThat(source.value("SELECT count(*) FROM journal"))
        .as("what was written while it was copied is not in the copy")
        .isNotEqualTo(target.value("SELECT count(*) FROM journal"));
  }

  /** Moves money between accounts, some of it to be rolled back; answers how often it did. */
  private static Callable<Integer> writer(
      ScratchDatabase source, Random random, AtomicBoolean done) {
    return () -> {
      int transfers = 0;
      try (Connection connection = source.connect();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        while (!done.get()) {
          int from = 1 + random.nextInt(ACCOUNTS);
          int to = 1 + random.nextInt(ACCOUNTS);
          int amount = random.nextInt(50);
          // The smaller first, so that no two writers wait for each other in a circle.
          move(statement, Math.min(from, to), from < to ? -amount : amount);
          move(statement, Math.max(from, to), from < to ? amount : -amount);
          if (random.nextInt(5) == 0) {
            connection.rollback();
          } else {
            connection.commit();
            transfers++;
          }
        }
      }
      return transfers;
    };
  }

  private static void move(Statement statement, int account, int amount) throws SQLException {
    statement.execute(
        "UPDATE accounts SET balance = balance + " + amount + " WHERE id = " + account);
    statement.execute(
        "INSERT INTO journal (account_id, amount) VALUES (" + account + ", " + amount + ")");
  }
}
