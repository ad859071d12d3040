package io.liftlock.postgres.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import io.liftlock.testkit.TcpProxy;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process that dies anywhere is followed by one that makes everything as it should be. */
class InterruptedCopyTest {

  private static final String SCHEMA =
      """
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''fired''; END';
      CREATE TABLE orders (id int PRIMARY KEY, parent int REFERENCES orders, u int,
        CONSTRAINT late UNIQUE (u) DEFERRABLE);
      CREATE INDEX orders_parent ON orders (parent) WHERE parent > 0;
      COMMENT ON INDEX orders_parent IS 'parents';
      CREATE TRIGGER no BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION refuse();
      ALTER TABLE orders ENABLE ALWAYS TRIGGER no;
      CREATE TABLE lines (id int PRIMARY KEY, "order" int REFERENCES orders NOT NULL)
        PARTITION BY RANGE (id);
      CREATE TABLE lines1 PARTITION OF lines FOR VALUES FROM (0) TO (10);
      CREATE TABLE lines2 PARTITION OF lines FOR VALUES FROM (10) TO (20);
      CREATE INDEX lines_order ON lines ("order");
      ALTER TABLE orders CLUSTER ON orders_pkey;
      """;

  private static final ObjectId ORDERS = Loading.table("orders");
  private static final ObjectId LINES = Loading.table("lines");

  private static ScratchDatabase fresh() {
    return ScratchServer.get()
        .freshDatabase("interrupted", connection -> connection.createStatement().execute(SCHEMA));
  }

  /** Does what is left to be done, as a process that has just started. */
  private static void finish(Database database) {
    RowTarget target = database.rowTarget();
    CopyLedger ledger = target.ledger();
    try (CopyLedger.Lock lock = ledger.lock();
        TableWriter writer = target.writer()) {
      assertThat(lock).isNotNull();
      if (ledger.unfinished().isEmpty() && ledger.last().isPresent()) {
        return;
      }
      if (ledger.unfinished().isEmpty()) {
        ledger.begin(
            Loading.run("c1"),
            List.of(
                Loading.planned(ORDERS, 0, new Range.Keys(List.of("id"), null, Key.of("2"))),
                Loading.planned(ORDERS, 1, new Range.Keys(List.of("id"), Key.of("2"), null)),
                Loading.planned(LINES, 0, new Range.All())));
      }
      CopyState state = ledger.unfinished().orElseThrow();
      if (!state.chunks().stream().allMatch(ChunkRecord::isDone)) {
        ledger.suspend("c1", target.obstacles(List.of(ORDERS, LINES)));
      }
      for (ChunkRecord chunk : state.chunks()) {
        if (!chunk.isDone()) {
          copy(writer, chunk);
        }
      }
      ledger.unfinished().orElseThrow().suspensions().stream()
          .filter(record -> !record.isRestored())
          .sorted(Comparator.comparing(record -> record.suspension().kind()))
          .forEach(record -> writer.restore("c1", record, 0));
      ledger.state("c1", CopyRun.State.DONE);
    }
  }

  private static void copy(TableWriter writer, ChunkRecord chunk) {
    if (chunk.table().equals(LINES)) {
      Loading.copyLines(
          writer, "c1", Loading.text(LINES, null, "id", "order"), chunk, "1\t3", "11\t1");
    } else if (chunk.ordinal() == 0) {
      Loading.copyLines(
          writer, "c1", Loading.text(ORDERS, null, "id", "parent", "u"), chunk, "1\t3\t1");
    } else {
      Loading.copyLines(
          writer,
          "c1",
          Loading.text(ORDERS, null, "id", "parent", "u"),
          chunk,
          "2\t1\t2",
          "3\t2\t3");
    }
  }

  /** Whether the first process came to its end before it was cut. */
  private static boolean cutAfter(long bytes, boolean sent) {
    ScratchDatabase scratch = fresh();
    String before = CatalogDump.of(scratch);
    boolean ended = false;
    try (TcpProxy proxy = TcpProxy.to(scratch.host(), scratch.port())) {
      if (sent) {
        proxy.cutAfterSending(bytes);
      } else {
        proxy.cutAfterReceiving(bytes);
      }
      try (Database first = Loading.open(scratch.url(proxy.port()))) {
        finish(first);
        ended = true;
      } catch (LiftlockException e) {
        assertThat(e.code().name()).startsWith("CONNECTION_");
      }
    }
    // What a server does by itself once it has noticed that the client is gone.
    scratch.execute(
        "SELECT pg_terminate_backend(pid, 9000) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    try (Database second = Loading.open(scratch.url(), 4712)) {
      finish(second);
      assertThat(second.rowTarget().ledger().last().orElseThrow().suspensions())
          .allMatch(SuspensionRecord::isRestored);
    }
    assertThat(CatalogDump.of(scratch)).isEqualTo(before);
    assertThat(scratch.value("SELECT string_agg(id::text, ' ' ORDER BY id) FROM orders"))
        .isEqualTo("1 2 3");
    assertThat(scratch.value("SELECT string_agg(id::text, ' ' ORDER BY id) FROM lines"))
        .isEqualTo("1 11");
    scratch.drop();
    return ended;
  }

  private static void cutEverywhere(boolean sent, double step) {
    Random random = new Random(18);
    long bytes = 500;
    int cuts = 0;
    while (!cutAfter(bytes, sent)) {
      bytes += (long) (bytes * step * random.nextDouble()) + 1;
      cuts++;
    }
    assertThat(cuts).isGreaterThan(5);
  }

  @Test
  void whateverTheLastWordsToTheServerWere() {
    cutEverywhere(true, 1);
  }

  @Test
  void whateverTheLastWordsOfTheServerWere() {
    cutEverywhere(false, 1);
  }

  @Tag("kills")
  @Test
  void atManyMoreInstants() {
    cutEverywhere(true, 0.1);
    cutEverywhere(false, 0.1);
  }

  /** Two that both believe to be alone: they never looked at the lock. */
  @Test
  void twoProcessesAtOnceDoubleNoRow() throws Exception {
    ScratchDatabase scratch = fresh();
    scratch.execute(
        "DROP TRIGGER no ON orders; ALTER TABLE orders DROP CONSTRAINT orders_pkey CASCADE");
    List<ChunkRecord> chunks =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    Loading.planned(
                        ORDERS,
                        i,
                        new Range.Keys(
                            List.of("id"), Key.of("" + i * 10), Key.of("" + (i + 1) * 10))))
            .toList();
    try (Database one = Loading.open(scratch.url());
        Database two = Loading.open(scratch.url(), 4712)) {
      one.rowTarget().ledger().begin(Loading.run("c1"), chunks);
      for (boolean replace : new boolean[] {false, true}) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> both =
            List.of(one, two).stream()
                .<Future<?>>map(database -> threads.submit(() -> all(database, chunks, replace)))
                .toList();
        for (Future<?> done : both) {
          done.get();
        }
        threads.shutdown();
        assertThat(scratch.value("SELECT count(*) || ' ' || count(DISTINCT id) FROM orders"))
            .isEqualTo("20 20");
      }
    }
  }

  private static void all(Database database, List<ChunkRecord> chunks, boolean replace) {
    try (TableWriter writer = database.rowTarget().writer()) {
      for (ChunkRecord chunk : chunks) {
        Range replaced = replace ? chunk.range() : null;
        Loading.copyLines(
            writer, "c1", Loading.text(ORDERS, replaced, "id"), chunk, "" + chunk.ordinal() * 10);
      }
    }
  }
}
