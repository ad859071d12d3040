package io.liftlock.postgres.transfer;

import static io.liftlock.postgres.transfer.Reading.columns;
import static io.liftlock.postgres.transfer.Reading.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.RowSink;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.core.transfer.ServerSize;
import io.liftlock.core.transfer.Tally;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PostgresReadPointTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  private static final RowSink NOWHERE =
      new RowSink() {
        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public void endRow() {}
      };

  private static RowQuery all(String table, String... columns) {
    return new RowQuery(
        table(table), new Range.All(), columns(FieldForm.NATIVE, columns), RowFormat.BINARY);
  }

  private static long count(TableReader reader, String table) {
    return reader.read(all(table, "id"), NOWHERE).rows();
  }

  @Test
  void readersSeeOneInstantWhileOthersWrite() throws Exception {
    scratch.execute(
        """
        CREATE TABLE t (id int PRIMARY KEY, pair int, v text);
        INSERT INTO t SELECT i, i / 2, 'v' || i FROM generate_series(0, 19999) i;
        """);
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int w = 0; w < 2; w++) {
        int own = w;
        writers.add(threads.submit(() -> write(own, stop)));
      }
      try (Reading reading = new Reading(scratch.url(), 4)) {
        assertThat(reading.point.consistency()).isEqualTo(Consistency.FULL);
        assertThat(reading.point.id()).matches("\\d+:\\d+:[0-9,]*");
        List<Key> cuts = reading.reader.cuts(table("t"), List.of("id"), 12);
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i <= cuts.size(); i++) {
          Key from = i == 0 ? null : cuts.get(i - 1);
          ranges.add(new Range.Keys(List.of("id"), from, i == cuts.size() ? null : cuts.get(i)));
        }
        List<Future<List<String>>> parts = new ArrayList<>();
        for (int r = 0; r < 4; r++) {
          int own = r;
          TableReader reader = r == 0 ? reading.reader : reading.point.reader();
          parts.add(threads.submit(() -> read(reader, ranges, own)));
        }
        List<String> rows = new ArrayList<>();
        for (Future<List<String>> part : parts) {
          rows.addAll(part.get());
        }
        stop.set(true);
        for (Future<?> writer : writers) {
          writer.get();
        }
        try (TableReader last = reading.point.reader()) {
          assertThat(read(last, List.of(new Range.All()), 0))
              .containsExactlyInAnyOrderElementsOf(rows);
        }
        // Each transaction of a writer keeps the sum of all pairs.
        assertThat(rows.stream().mapToLong(row -> Long.parseLong(row.split(" ")[1])).sum())
            .isEqualTo(99_990_000L);
        Set<String> ids = new HashSet<>(rows.stream().map(row -> row.split(" ")[0]).toList());
        assertThat(ids).hasSize(rows.size());
        assertThat(scratch.value("SELECT count(*) FROM t WHERE v LIKE 'w%'")).isNotEqualTo("0");
      }
    } finally {
      stop.set(true);
      threads.shutdownNow();
    }
  }

  private Void write(int writer, AtomicBoolean stop) throws Exception {
    try (Connection connection = scratch.connect();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 300 && !stop.get(); i++) {
        int at = i * 61 % 10_000 + writer * 10_000;
        // Two rows are one anew, in other pages; the sum stays.
        statement.execute(
            """
            BEGIN;
            DELETE FROM t WHERE id = %1$d;
            INSERT INTO t SELECT %1$d, 0, 'w' WHERE FALSE;
            UPDATE t SET pair = pair + 1, v = 'w' || v WHERE id = %2$d;
            UPDATE t SET pair = pair - 1 WHERE id = %3$d;
            INSERT INTO t VALUES (%4$d, %5$d, 'w');
            COMMIT
            """
                .formatted(at, (at + 1) % 20_000, (at + 1) % 20_000, 100_000 + at, at / 2));
      }
    }
    return null;
  }

  private static List<String> read(TableReader reader, List<Range> ranges, int first) {
    List<String> rows = new ArrayList<>();
    for (int i = first; i < ranges.size(); i += 4) {
      RowQuery query =
          new RowQuery(
              table("t"), ranges.get(i), columns(FieldForm.TEXT, "id", "pair"), RowFormat.TUPLES);
      Reading.rows(reader, query).forEach(row -> rows.add(String.join(" ", Reading.texts(row))));
    }
    return rows;
  }

  @Test
  void readersOutliveTheirHolderAndNoNewOneComes() {
    scratch.execute("CREATE TABLE t (id int); INSERT INTO t VALUES (1), (2)");
    try (Reading reading = new Reading(scratch.url(), 2)) {
      assertThat(reading.point.isAlive()).isTrue();
      TableReader second = reading.point.reader();
      scratch.execute("INSERT INTO t VALUES (3)");
      // The holder began first of the three.
      scratch.execute(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND state = 'idle in transaction'
           ORDER BY xact_start LIMIT 1
          """);
      assertThat(reading.point.isAlive()).isFalse();
      assertThat(count(reading.reader, "t")).isEqualTo(2);
      assertThat(count(second, "t")).isEqualTo(2);
      assertLost(() -> reading.point.reader());
    }
  }

  @Test
  void oneReaderNeedsOneConnection() {
    scratch.execute("CREATE TABLE t (id int); INSERT INTO t VALUES (1)");
    try (Reading reading = new Reading(scratch.url(), 1)) {
      scratch.execute("INSERT INTO t VALUES (2)");
      assertThat(count(reading.reader, "t")).isEqualTo(1);
      assertThat(
              scratch.value(
                  """
                  SELECT count(*) FROM pg_stat_activity
                   WHERE datname = current_database() AND state = 'idle in transaction'
                  """))
          .isEqualTo("1");
      reading.reader.close();
      try (TableReader again = reading.point.reader()) {
        assertThat(count(again, "t")).isEqualTo(1);
      }
      assertThat(reading.point.isAlive()).isTrue();
    }
  }

  @Test
  void whereThereIsRoomForOneConnectionOneReads() {
    scratch.execute("CREATE TABLE t (id int); INSERT INTO t VALUES (1)");
    ScratchServer.Role role = scratch.createRole();
    scratch.execute("GRANT SELECT ON t TO " + role.name());
    // One for questions, one for the point.
    scratch.execute("ALTER ROLE " + role.name() + " CONNECTION LIMIT 2");
    try (Reading reading = new Reading(scratch.url(role), 4)) {
      assertThat(reading.point.consistency().degree()).isEqualTo(Consistency.Degree.SINGLE);
      assertThat(reading.point.consistency().because()).contains("no connection");
      assertThat(count(reading.reader, "t")).isEqualTo(1);
    }
    scratch.execute("ALTER ROLE " + role.name() + " CONNECTION LIMIT 4");
    try (Reading reading = new Reading(scratch.url(role), 4);
        TableReader second = reading.point.reader()) {
      assertThat(reading.point.consistency()).isEqualTo(Consistency.FULL);
      assertThat(count(second, "t")).isEqualTo(1);
    }
  }

  @Test
  void whereSeveralServersAnswerOneReads() throws Exception {
    List<ScratchServer> servers = List.of(ScratchServer.get(), ScratchServer.of(17));
    List<Integer> ports = new ArrayList<>();
    for (ScratchServer server : servers) {
      server.execute("CREATE ROLE balanced LOGIN PASSWORD 'secret'");
      server.execute("CREATE DATABASE balanced OWNER balanced");
      ports.add(URI.create("postgresql:" + server.url().location()).getPort());
    }
    try (Balancer balancer = new Balancer(ports)) {
      DatabaseUrl url =
          DatabaseUrl.parse(
              "postgresql://balanced:secret@127.0.0.1:" + balancer.port() + "/balanced");
      try (Reading reading = new Reading(url, 3)) {
        assertThat(reading.point.consistency().degree()).isEqualTo(Consistency.Degree.SINGLE);
        assertThat(reading.point.consistency().because()).contains("one and the same server");
        assertThat(reading.reader.sequences()).isEmpty();
        assertThatThrownBy(() -> reading.point.reader()).isInstanceOf(StateError.class);
      }
    }
  }

  /** Leads each connection to another server than the one before. */
  private static final class Balancer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Balancer(List<Integer> ports) throws IOException {
      threads.submit(
          () -> {
            for (int i = 0; true; i++) {
              Socket client = socket.accept();
              Socket server =
                  new Socket(InetAddress.getLoopbackAddress(), ports.get(i % ports.size()));
              threads.submit(() -> pump(client, server));
              threads.submit(() -> pump(server, client));
            }
          });
    }

    int port() {
      return socket.getLocalPort();
    }

    private static Void pump(Socket from, Socket to) throws IOException {
      try (from;
          to) {
        from.getInputStream().transferTo(to.getOutputStream());
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      socket.close();
      threads.shutdownNow();
    }
  }

  @Test
  void tableThatWasRewrittenSinceIsRefusedAndNotReadAsEmpty() {
    scratch.execute(
        """
        CREATE TABLE cut (id int);
        INSERT INTO cut VALUES (1);
        CREATE TABLE parted (id int) PARTITION BY RANGE (id);
        CREATE TABLE parted_1 PARTITION OF parted DEFAULT;
        INSERT INTO parted VALUES (1);
        CREATE TABLE same (id int);
        INSERT INTO same VALUES (1);
        """);
    try (Reading reading = new Reading(scratch)) {
      scratch.execute("TRUNCATE cut; TRUNCATE parted_1; ALTER TABLE same ADD COLUMN n int");
      assertLost(() -> count(reading.reader, "cut"));
      assertLost(() -> count(reading.reader, "parted"));
      assertThat(count(reading.reader, "same")).isEqualTo(1);
    }
  }

  @Test
  void manyTablesAndSequencesAreNotAllLockedAtOnce() {
    scratch.execute(
        """
        DO $$ BEGIN FOR i IN 100..349 LOOP
          EXECUTE format('CREATE TABLE many_%s (id serial)', i);
          EXECUTE format('INSERT INTO many_%s DEFAULT VALUES', i);
        END LOOP; END $$
        """);
    try (Reading reading = new Reading(scratch)) {
      for (int i = 100; i < 350; i++) {
        assertThat(count(reading.reader, "many_" + i)).isEqualTo(1);
      }
      assertThat(reading.reader.sequences()).hasSize(250).allMatch(SequencePosition::called);
      assertThat(count(reading.reader, "many_100")).isEqualTo(1);
      assertThat(
              Integer.parseInt(
                  scratch.value(
                      """
                      SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
                       WHERE c.relname LIKE 'many%' AND l.pid <> pg_backend_pid()
                      """)))
          .isBetween(1, 200);
    }
  }

  @Test
  void connectionThatIsCutIsSaidToBeLost() {
    scratch.execute("CREATE TABLE t AS SELECT i AS id FROM generate_series(1, 500000) i");
    try (Reading reading = new Reading(scratch.url(), 2)) {
      AtomicBoolean first = new AtomicBoolean(true);
      RowSink cutter =
          new RowSink() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
              if (first.getAndSet(false)) {
                scratch.execute(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                     WHERE datname = current_database() AND state = 'active'
                       AND query LIKE 'COPY%'
                    """);
              }
            }

            @Override
            public void endRow() {}
          };
      assertLost(() -> reading.reader.read(all("t", "id"), cutter));
      assertLost(() -> reading.reader.sequences());
      try (TableReader other = reading.point.reader()) {
        assertThat(count(other, "t")).isEqualTo(500_000);
      }
    }
  }

  @Test
  void closingThePointEndsReadersThatRead() {
    scratch.execute("CREATE TABLE t AS SELECT i AS id FROM generate_series(1, 500000) i");
    Reading reading = new Reading(scratch.url(), 2);
    RowSink closer =
        new RowSink() {
          @Override
          public void write(byte[] bytes, int offset, int length) {
            reading.point.close();
          }

          @Override
          public void endRow() {}
        };
    assertLost(() -> reading.reader.read(all("t", "id"), closer));
    reading.close();
  }

  @Test
  void readerIsGoodForMoreAfterItsSinkFailed() {
    scratch.execute("CREATE TABLE t AS SELECT i AS id FROM generate_series(1, 300000) i");
    try (Reading reading = new Reading(scratch)) {
      scratch.execute("DELETE FROM t");
      RowSink full =
          new RowSink() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
              throw new StateError(Problem.error(ErrorCode.SPACE_TOO_SMALL, "full"));
            }

            @Override
            public void endRow() {}
          };
      assertThatThrownBy(() -> reading.reader.read(all("t", "id"), full))
          .isInstanceOf(StateError.class);
      assertThat(reading.reader.read(all("t", "id"), NOWHERE))
          .isEqualTo(new Tally(300_000, 300_000 * 10));
      assertThatThrownBy(() -> reading.reader.read(all("t", "gone"), NOWHERE))
          .isInstanceOf(DatabaseError.class);
      assertThat(count(reading.reader, "t")).isEqualTo(300_000);
    }
  }

  @Test
  void roleThatWouldNotSeeAllRowsIsToldAndRefused() {
    scratch.execute(
        """
        CREATE TABLE t (id int, owner text);
        INSERT INTO t VALUES (1, 'a'), (2, 'b');
        CREATE TABLE open (id int);
        ALTER TABLE t ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON t USING (id = 1);
        """);
    ScratchServer.Role role = scratch.createRole();
    scratch.execute("GRANT SELECT ON t, open TO " + role.name());
    List<ObjectId> tables = List.of(table("t"), table("open"));
    try (Reading reading = new Reading(scratch.url(role), 1)) {
      assertThat(reading.reader.facts(tables).get(0).rowsHidden()).isTrue();
      assertThat(reading.reader.facts(tables).get(1).rowsHidden()).isFalse();
      assertThatThrownBy(() -> count(reading.reader, "t"))
          .isInstanceOf(DatabaseError.class)
          .hasMessageContaining("row-level security");
    }
    scratch.execute("ALTER ROLE " + role.name() + " BYPASSRLS");
    try (Reading reading = new Reading(scratch.url(role), 1)) {
      assertThat(reading.reader.facts(tables).get(0).rowsHidden()).isFalse();
      assertThat(count(reading.reader, "t")).isEqualTo(2);
    }
    ScratchServer.Role owner = scratch.createRole();
    scratch.execute("ALTER TABLE t OWNER TO " + owner.name());
    try (Reading reading = new Reading(scratch.url(owner), 1)) {
      assertThat(reading.reader.facts(tables).get(0).rowsHidden()).isFalse();
    }
    scratch.execute("ALTER TABLE t FORCE ROW LEVEL SECURITY");
    try (Reading reading = new Reading(scratch.url(owner), 1)) {
      assertThat(reading.reader.facts(tables).get(0).rowsHidden()).isTrue();
    }
  }

  @Test
  void twoUrlsOfOneDatabaseAreOneAndTwoDatabasesOfOneServerAreTwo() {
    ScratchDatabase beside = ScratchServer.get().freshDatabase();
    ScratchServer.Role role = scratch.createRole();
    try (Reading one = new Reading(scratch);
        Reading same = new Reading(scratch.url(role), 1);
        Reading other = new Reading(beside)) {
      assertThat(one.source.identity())
          .isEqualTo(same.source.identity())
          .isNotEqualTo(other.source.identity());
      assertThat(one.source.server())
          .isEqualTo(same.source.server())
          .isEqualTo(other.source.server());
      ServerSize size = same.source.size();
      assertThat(size.connectionsLeft()).isPositive();
      assertThat(size.memoryBytes()).isPositive();
      assertThat(size.responseMillis()).isPositive();
    }
  }

  private static void assertLost(Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOf(DatabaseError.class)
        .extracting(e -> ((DatabaseError) e).code())
        .isEqualTo(ErrorCode.CONNECTION_LOST);
  }
}
