package io.liftlock.postgres.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.database.TableWriter.ChunkWrite;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresTableWriterTest {

  private static final ObjectId USERS = Loading.table("users");
  private static final ChunkRecord ALL = Loading.planned(USERS, 0, new Range.All());

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();
  private final Database database = Loading.open(scratch.url());
  private final CopyLedger ledger = database.rowTarget().ledger();
  private final TableWriter writer = database.rowTarget().writer();

  @AfterEach
  void close() {
    writer.close();
    database.close();
  }

  private void begin(String schema, ChunkRecord... chunks) {
    scratch.execute(schema);
    ledger.begin(Loading.run("c1"), List.of(chunks));
  }

  private long doneChunks() {
    return ledger.unfinished().orElseThrow().chunks().stream().filter(ChunkRecord::isDone).count();
  }

  @Test
  void rowsAndLedgerCommitTogether() {
    begin("CREATE TABLE users (id int, name text)", ALL);
    Loading.copyLines(
        writer, "c1", Loading.text(USERS, null, "id", "name"), ALL, "1\ta\\tb", "2\t\\N", "3\t");
    assertThat(scratch.value("SELECT string_agg(u::text, ' ' ORDER BY id) FROM users u"))
        .isEqualTo("(1,\"a\tb\") (2,) (3,\"\")");
    assertThat(ledger.unfinished().orElseThrow().chunks()).containsExactly(Loading.done(ALL, 3));
  }

  @Test
  void binaryRowsOfAnySizeAndCutAnywhere() {
    begin("CREATE TABLE users (id int8, data bytea)", ALL);
    RowLoad load = Loading.load(USERS, RowFormat.BINARY, FieldForm.NATIVE, null, "id", "data");
    byte[] large = new byte[300_000];
    try (ChunkWrite write = writer.begin("c1", load)) {
      for (long id = 0; id < 3; id++) {
        byte[] row = Loading.tuple(ByteBuffer.allocate(8).putLong(id).array(), large);
        for (int at = 0; at < row.length; at += 70_001) {
          write.write(row, at, Math.min(70_001, row.length - at));
        }
        write.endRow();
      }
      assertThat(write.commit(Loading.done(ALL, 3))).isEqualTo(3);
    }
    assertThat(scratch.value("SELECT sum(length(data)) FROM users")).isEqualTo("900000");
  }

  @Test
  void withoutCommitNothingIsLeftAndTheConnectionGoesOn() {
    begin("CREATE TABLE users (id int PRIMARY KEY)", ALL);
    RowLoad load = Loading.text(USERS, null, "id");
    try (ChunkWrite write = writer.begin("c1", load)) {
      Loading.row(write, Loading.bytes("1\n"));
    }
    assertThatThrownBy(() -> Loading.copyLines(writer, "c1", load, ALL, "1", "4711", "4711"))
        .hasMessageContaining("users_pkey")
        .hasMessageNotContaining("4711");
    assertThatThrownBy(() -> Loading.copyLines(writer, "c1", load, ALL, "secret"))
        .hasMessageContaining("rows cannot be copied into public.users")
        .hasMessageNotContaining("secret");
    assertThat(scratch.value("SELECT count(*) FROM users")).isEqualTo("0");
    assertThat(doneChunks()).isZero();
    Loading.copyLines(writer, "c1", load, ALL, "1");
    assertThat(doneChunks()).isEqualTo(1);
  }

  @Test
  void noChunkIsCopiedTwice() {
    begin("CREATE TABLE users (id int)", ALL);
    RowLoad load = Loading.text(USERS, null, "id");
    Loading.copyLines(writer, "c1", load, ALL, "1");
    // As after a connection that was lost while the first one was committed.
    Loading.copyLines(writer, "c1", load, ALL, "1");
    assertThat(scratch.value("SELECT count(*) FROM users")).isEqualTo("1");
    assertThatThrownBy(() -> Loading.copyLines(writer, "c1", load, ALL, "1", "2"))
        .satisfies(
            e -> assertThat(((LiftlockException) e).code()).isEqualTo(ErrorCode.COPY_RUNNING));
    assertThat(scratch.value("SELECT count(*) FROM users")).isEqualTo("1");
  }

  @Test
  void rowsThatTheServerForgotAreNotBelievedToBeThere() {
    ChunkRecord second = Loading.planned(USERS, 1, new Range.All());
    begin("CREATE TABLE users (id int)", ALL, second);
    ledger.lock();
    RowLoad load = Loading.text(USERS, null, "id");
    Loading.copyLines(writer, "c1", load, ALL, "1");
    // What a server does that fails before it has written to disk, and starts again.
    scratch.execute(
        """
        DELETE FROM users;
        UPDATE liftlock.copy_chunk SET hash = NULL, rows = NULL, bytes = NULL;
        SELECT pg_terminate_backend(pid, 9000) FROM pg_locks WHERE locktype = 'advisory'
        """);
    assertThatThrownBy(() -> Loading.copyLines(writer, "c1", load, second, "2"))
        .satisfies(
            e -> assertThat(((LiftlockException) e).code()).isEqualTo(ErrorCode.COPY_STOPPED));
    assertThat(scratch.value("SELECT count(*) FROM users")).isEqualTo("0");
  }

  @Test
  void aLockWhoseSessionWasCutIsTakenAgainAndTheChunkIsToBeSentAgain() {
    begin("CREATE TABLE users (id int)", ALL);
    ledger.lock();
    scratch.execute(
        "SELECT pg_terminate_backend(pid, 9000) FROM pg_locks WHERE locktype = 'advisory'");
    RowLoad load = Loading.text(USERS, null, "id");
    assertThatThrownBy(() -> Loading.copyLines(writer, "c1", load, ALL, "1"))
        .satisfies(
            e -> assertThat(((LiftlockException) e).code()).isEqualTo(ErrorCode.CONNECTION_LOST));
    Loading.copyLines(writer, "c1", load, ALL, "1");
    assertThat(scratch.value("SELECT count(*) FROM users")).isEqualTo("1");
  }

  @Test
  void largeObjectsComeWithTheirNumbersAndRangesAreReplaced() {
    ObjectId table = ObjectId.of(ObjectKind.TABLE, "pg_catalog", "pg_largeobject");
    Range range = new Range.Keys(List.of("loid"), Key.of("5000"), Key.of("6000"));
    ChunkRecord chunk = Loading.planned(table, 0, range);
    begin(
        """
        SELECT lo_create(4999), lo_create(5001), lo_create(6000), lo_put(5001, 0, '\\x0102')
        """,
        chunk);
    RowLoad load =
        Loading.load(table, RowFormat.BINARY, FieldForm.NATIVE, range, "loid", "offset", "data");
    byte[] slice = new byte[2048];
    slice[0] = 7;
    for (int time = 0; time < 2; time++) {
      try (ChunkWrite write = writer.begin("c1", load)) {
        Loading.row(write, slice(5002, 2048, new byte[] {9}));
        Loading.row(write, slice(5002, 0, slice));
        Loading.row(write, slice(5003, 0, new byte[0]));
        assertThat(write.commit(Loading.done(chunk, 3))).isEqualTo(3);
      }
    }
    assertThat(
            scratch.value(
                "SELECT string_agg(oid::text, ' ' ORDER BY oid)" + " FROM pg_largeobject_metadata"))
        .isEqualTo("4999 5002 5003 6000");
    assertThat(scratch.value("SELECT encode(substr(lo_get(5002), 2048), 'hex')")).isEqualTo("0009");
    assertThat(database.rowTarget().filled(List.of(table))).containsExactly(table);
    writer.empty("c1", List.of(table), List.of(table));
    assertThat(database.rowTarget().filled(List.of(table))).isEmpty();
  }

  private static byte[] slice(int loid, long offset, byte[] data) {
    return Loading.tuple(
        ByteBuffer.allocate(4).putInt(loid).array(),
        ByteBuffer.allocate(8).putLong(offset).array(),
        data);
  }

  @Test
  void functionsOfChecksAndIndexesFindWhatTheyName() {
    begin(
        """
        CREATE TABLE allowed (name text);
        INSERT INTO allowed VALUES ('a');
        CREATE FUNCTION is_allowed(text) RETURNS bool IMMUTABLE LANGUAGE sql
          AS 'SELECT EXISTS (SELECT 1 FROM allowed WHERE name = $1)';
        CREATE TABLE users (name text CHECK (is_allowed(name)))
        """,
        ALL);
    Loading.copyLines(writer, "c1", Loading.text(USERS, null, "name"), ALL, "a");
    assertThat(doneChunks()).isEqualTo(1);
  }

  @Test
  void nobodyElsesRowsGoWhenTablesAreEmptied() {
    begin(
        """
        CREATE TABLE users (id int PRIMARY KEY);
        CREATE TABLE logins (id int, "user" int REFERENCES users ON DELETE CASCADE);
        INSERT INTO users VALUES (1);
        INSERT INTO logins VALUES (1, 1)
        """,
        ALL);
    assertThatThrownBy(() -> writer.empty("c1", List.of(USERS), List.of(USERS)))
        .satisfies(
            e -> assertThat(((LiftlockException) e).code()).isEqualTo(ErrorCode.COPY_TARGET_FILLED))
        .hasMessageContaining("logins_user_fkey");
    assertThat(scratch.value("SELECT count(*) FROM logins")).isEqualTo("1");
  }

  @Test
  void aRunThatLostItsRightCommitsNothing() {
    begin("CREATE TABLE users (id int)", ALL);
    ledger.lock();
    RowLoad load = Loading.text(USERS, null, "id");
    ChunkWrite write = writer.begin("c1", load);
    Loading.row(write, Loading.bytes("1\n"));
    scratch.execute(
        "SELECT pg_terminate_backend(pid, 9000) FROM pg_locks WHERE locktype = 'advisory'");
    try (Database other = Loading.open(scratch.url(), 4712)) {
      other.rowTarget().ledger().lock();
      assertThatThrownBy(() -> write.commit(Loading.done(ALL, 1)))
          .satisfies(
              e -> assertThat(((LiftlockException) e).code()).isEqualTo(ErrorCode.COPY_RUNNING));
    }
    write.close();
    assertThat(scratch.value("SELECT count(*) FROM users")).isEqualTo("0");
    // The other one has gone, so the right can be had again; the chunk must be sent again.
    ledger.lock();
    Loading.copyLines(writer, "c1", load, ALL, "1");
    assertThat(doneChunks()).isEqualTo(1);
  }

  @Test
  void aRangeIsReplacedInOneTransaction() {
    Range range = new Range.Keys(List.of("id"), Key.of("2"), Key.of("4"));
    ChunkRecord chunk = Loading.planned(USERS, 0, range);
    begin(
        """
        CREATE TABLE users (id int);
        CREATE TABLE heirs () INHERITS (users);
        INSERT INTO heirs VALUES (2);
        INSERT INTO users SELECT generate_series(1, 5)
        """,
        chunk);
    RowLoad load = Loading.text(USERS, range, "id");
    Loading.copyLines(writer, "c1", load, chunk, "2");
    Loading.copyLines(writer, "c1", load, chunk, "2");
    assertThat(scratch.value("SELECT string_agg(id::text, ' ' ORDER BY id) FROM ONLY users"))
        .isEqualTo("1 2 4 5");
    assertThat(scratch.value("SELECT count(*) FROM heirs")).isEqualTo("1");
  }

  @Test
  void identityGeneratedAndPartitionedTablesTakeRows() {
    begin(
        """
        CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY, twice int
          GENERATED ALWAYS AS (id * 2) STORED) PARTITION BY RANGE (id);
        CREATE TABLE low PARTITION OF users FOR VALUES FROM (0) TO (10);
        CREATE TABLE high PARTITION OF users FOR VALUES FROM (10) TO (20)
        """,
        ALL);
    Loading.copyLines(writer, "c1", Loading.text(USERS, new Range.All(), "id"), ALL, "1", "11");
    Loading.copyLines(writer, "c1", Loading.text(USERS, new Range.All(), "id"), ALL, "1", "12");
    assertThat(scratch.value("SELECT string_agg(u::text, ' ' ORDER BY id) FROM users u"))
        .isEqualTo("(1,2) (12,24)");
    assertThat(scratch.value("SELECT count(*) FROM high")).isEqualTo("1");
  }

  @Test
  void tablesAreEmptiedTogetherAndTheLedgerForgets() {
    ObjectId orders = Loading.table("orders");
    begin(
        """
        CREATE TABLE users (id int PRIMARY KEY);
        CREATE TABLE orders (id int PRIMARY KEY, "user" int REFERENCES users);
        ALTER TABLE users ADD COLUMN last_order int REFERENCES orders;
        """,
        ALL);
    Loading.copyLines(writer, "c1", Loading.text(USERS, null, "id"), ALL, "1");
    scratch.execute("INSERT INTO orders VALUES (7, 1); UPDATE users SET last_order = 7");
    writer.empty("c1", List.of(USERS), List.of(USERS, orders));
    assertThat(database.rowTarget().filled(List.of(USERS, orders))).isEmpty();
    assertThat(doneChunks()).isZero();

    // A table that stays and refers to them forbids TRUNCATE; its own rows are left alone.
    scratch.execute(
        """
        INSERT INTO users VALUES (1);
        CREATE TABLE logins (id int, "user" int REFERENCES users);
        INSERT INTO logins VALUES (1, NULL)
        """);
    writer.empty("c1", List.of(USERS), List.of(USERS, orders));
    assertThat(database.rowTarget().filled(List.of(USERS, orders, Loading.table("logins"))))
        .containsExactly(Loading.table("logins"));
  }

  @Test
  void sequencesAreMovedAndMissingOnesReturned() {
    begin(
        """
        CREATE SEQUENCE free;
        CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY, s serial,
                            down int DEFAULT 0 NOT NULL);
        CREATE SEQUENCE downwards INCREMENT -1 OWNED BY users.down;
        INSERT INTO users (s, down) VALUES (40, -7), (50, -3);
        """);
    ObjectId free = ObjectId.of(ObjectKind.SEQUENCE, "public", "free");
    ObjectId gone = ObjectId.of(ObjectKind.SEQUENCE, "public", "gone");
    ObjectId id = ObjectId.of(ObjectKind.COLUMN, "public", "users", "id");
    ObjectId noColumn = ObjectId.of(ObjectKind.COLUMN, "public", "users", "none");
    List<SequencePosition> missing =
        writer.place(
            List.of(
                new SequencePosition(free, 17, false),
                new SequencePosition(gone, 1, true),
                new SequencePosition(noColumn, 1, true),
                new SequencePosition(id, 99, true)));
    assertThat(missing).extracting(SequencePosition::sequence).containsExactly(gone, noColumn);
    assertThat(scratch.value("SELECT nextval('free')")).isEqualTo("17");
    assertThat(scratch.value("SELECT nextval('users_id_seq')")).isEqualTo("100");
    writer.placeBehindRows(List.of(USERS));
    assertThat(scratch.value("SELECT nextval('users_id_seq')")).isEqualTo("3");
    assertThat(scratch.value("SELECT nextval('users_s_seq')")).isEqualTo("51");
    assertThat(scratch.value("SELECT nextval('downwards')")).isEqualTo("-8");
  }

  @Test
  void viewsAreRefreshedInTheOrderInWhichTheyReadEachOther() {
    begin(
        """
        CREATE TABLE users (id int);
        CREATE MATERIALIZED VIEW z AS SELECT id FROM users WITH NO DATA;
        CREATE VIEW between_them AS SELECT id FROM z;
        CREATE MATERIALIZED VIEW a AS SELECT count(*) AS n FROM between_them WITH NO DATA;
        INSERT INTO users VALUES (1), (2)
        """);
    writer.refresh(
        List.of(
            ObjectId.of(ObjectKind.MATERIALIZED_VIEW, "public", "a"),
            ObjectId.of(ObjectKind.MATERIALIZED_VIEW, "public", "z")));
    assertThat(scratch.value("SELECT n FROM a")).isEqualTo("2");
    writer.analyze(List.of(USERS));
    assertThat(scratch.value("SELECT reltuples FROM pg_class WHERE relname = 'users'"))
        .isEqualTo("2");
  }

  @Test
  void statementsRunTogetherOrNotAtAll() {
    begin("SELECT 1");
    assertThatThrownBy(
            () -> writer.run(List.of("CREATE TABLE public.a (i int)", "CREATE TABLE none.b ()")))
        .hasMessageContaining("none");
    assertThat(scratch.value("SELECT to_regclass('a')")).isNull();
    writer.run(
        List.of(
            "CREATE FUNCTION public.later() RETURNS int LANGUAGE sql AS 'SELECT i FROM public.a'",
            "CREATE TABLE public.a (i int)"));
    assertThat(scratch.value("SELECT to_regclass('a')")).isEqualTo("a");
  }

  @Test
  void serversTellWhoTheyAre() {
    assertThat(database.rowTarget().identity()).matches("\\d+/\\d+");
    assertThat(database.rowTarget().server()).matches("\\d+/\\d+");
    assertThat(database.rowTarget().size().connectionsLeft()).isPositive();
    assertThat(database.rowTarget().size().memoryBytes()).isPositive();
    assertThat(database.rowTarget().size().responseMillis()).isPositive();
  }
}
