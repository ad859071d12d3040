package io.liftlock.sqlite;

import static io.liftlock.core.transfer.FieldForm.ANY;
import static io.liftlock.core.transfer.FieldForm.REAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.database.TableWriter.ChunkWrite;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Chunk;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.NotANumber;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.core.transfer.Tally;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RowWritingTest {

  private static final ObjectId T = ObjectId.of(ObjectKind.TABLE, "t");
  private static final Instant NOW = Instant.parse("2026-11-20T17:00:00Z");
  private static final CopyRun RUN =
      new CopyRun("c1", "sqlite:x", "id", "plan", "print", NOW, false, CopyRun.State.COPYING);

  @TempDir Path folder;

  private Path source() {
    return folder.resolve("state/source.db");
  }

  private Path target() {
    return folder.resolve("state/target.db");
  }

  private static ChunkRecord chunk(int ordinal, Range range) {
    return ChunkRecord.planned(new Chunk(T, ordinal, range, 100), T);
  }

  private static ChunkRecord.Copied copied(Tally tally) {
    return new ChunkRecord.Copied(tally, "00ff", 1, NOW);
  }

  private static RowLoad load(FieldForm form, String... names) {
    return new RowLoad(T, Rows.columns(form, names), RowFormat.TUPLES, null);
  }

  /** Copies a table as it is. */
  private void copy(String... names) {
    try (Database from = Workshop.open(source());
        Database to = Workshop.open(target());
        ReadPoint point = from.rowSource().open(1);
        TableReader reader = point.reader();
        TableWriter writer = to.rowTarget().writer()) {
      ChunkRecord chunk = chunk(0, new Range.All());
      to.rowTarget().ledger().begin(RUN, List.of(chunk));
      try (ChunkWrite write = writer.begin("c1", load(ANY, names))) {
        Tally tally =
            reader.read(
                new RowQuery(T, new Range.All(), Rows.columns(ANY, names), RowFormat.TUPLES),
                write);
        assertThat(write.commit(chunk.done(copied(tally)))).isEqualTo(tally.rows());
      }
    }
  }

  @Test
  void copiesEveryValueAsItIsStored() {
    String schema = "CREATE TABLE t (id INTEGER PRIMARY KEY, v, b BLOB, s TEXT, r REAL);";
    new ByHand(source())
        .run(
            schema
                + """
                INSERT INTO t (v, b, s, r) VALUES (1, x'00', 'one', 0.1), ('1', NULL, '', -0.0),
                  (1.0, x'', 'ä' || char(0) || 'b', 9e999), (x'31', x'ff00', CAST(x'ff' AS TEXT),
                  5e-324), (NULL, 'text', x'00', 'text'), ('1', 1.5, NULL, -9e999);
                WITH RECURSIVE byte(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM byte WHERE n < 255)
                INSERT INTO t (b) SELECT unhex(printf('%02x', n)) FROM byte;
                """);
    new ByHand(target()).run(schema);
    copy("id", "v", "b", "s", "r");
    assertSameStored("id", "v", "b", "s", "r");
  }

  /** By SQLite itself: the bytes and the storage class of every value. */
  private void assertSameStored(String... names) {
    String query =
        Arrays.stream(names)
            .map(name -> "typeof(%1$s), CAST(%1$s AS BLOB), quote(%1$s)".formatted(name))
            .collect(Collectors.joining(", "));
    String attached = "ATTACH '" + source() + "' AS source; ";
    String difference =
        "SELECT count(*) FROM (SELECT %1$s FROM main.t EXCEPT SELECT %1$s FROM source.t)"
            .formatted(query);
    try (Connection connection = new ByHand(target()).holding(attached);
        Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(difference)) {
        assertThat(row.getLong(1)).isZero();
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT (SELECT count(*) FROM main.t), (SELECT count(*) FROM source.t)")) {
        assertThat(row.getLong(1)).isEqualTo(row.getLong(2)).isPositive();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void keepsDoublesBitForBit() {
    new ByHand(target()).run("CREATE TABLE t (id INTEGER PRIMARY KEY, r REAL)");
    Random random = new Random(4);
    double[] special = {
      0.0,
      1.0,
      -1.0,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      Double.MAX_VALUE,
      Double.MIN_NORMAL,
      Math.nextDown(Double.MIN_NORMAL),
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      9007199254740993.0,
      1e15,
      0.1 + 0.2,
      140737488355328.0
    };
    Rows written = new Rows();
    try (Database database = Workshop.open(target());
        TableWriter writer = database.rowTarget().writer()) {
      ChunkRecord chunk = chunk(0, new Range.All());
      database.rowTarget().ledger().begin(RUN, List.of(chunk));
      try (ChunkWrite write =
          writer.begin(
              "c1",
              new RowLoad(
                  T,
                  List.of(new ReadColumn("id", FieldForm.INTEGER), new ReadColumn("r", REAL)),
                  RowFormat.TUPLES,
                  null))) {
        for (int i = 0; i < 20_000; i++) {
          long bits =
              i < special.length ? Double.doubleToRawLongBits(special[i]) : random.nextLong();
          if (Double.isNaN(Double.longBitsToDouble(bits))) {
            continue;
          }
          byte[] row =
              ByteBuffer.allocate(26)
                  .putShort((short) 2)
                  .putInt(8)
                  .putLong(i)
                  .putInt(8)
                  .putLong(bits)
                  .array();
          for (var sink : List.of(write, written)) {
            sink.write(row, 0, 11);
            sink.write(row, 11, 15);
            sink.endRow();
          }
        }
        write.commit(chunk.done(copied(Tally.NONE)));
      }
      Rows read = new Rows();
      try (ReadPoint point = database.rowSource().open(1);
          TableReader reader = point.reader()) {
        reader.read(
            new RowQuery(
                T,
                new Range.All(),
                List.of(new ReadColumn("id", FieldForm.INTEGER), new ReadColumn("r", REAL)),
                RowFormat.TUPLES),
            read);
      }
      assertThat(read.tuples).hasSameSizeAs(written.tuples);
      for (int i = 0; i < read.tuples.size(); i++) {
        assertThat(read.tuples.get(i)).isEqualTo(written.tuples.get(i));
      }
    }
  }

  @Test
  void keepsTheSignOfZeroWhereSqliteCan() {
    new ByHand(target()).run("CREATE TABLE t (v, r REAL)");
    ChunkRecord chunk = chunk(0, new Range.All());
    byte[] row =
        ByteBuffer.allocate(26)
            .putShort((short) 2)
            .putInt(8)
            .putDouble(-0.0)
            .putInt(8)
            .putDouble(-0.0)
            .array();
    Rows read = new Rows();
    try (Database database = Workshop.open(target());
        TableWriter writer = database.rowTarget().writer()) {
      database.rowTarget().ledger().begin(RUN, List.of(chunk));
      try (ChunkWrite write = writer.begin("c1", load(REAL, "v", "r"))) {
        write.write(row, 0, row.length);
        write.endRow();
        write.commit(chunk.done(copied(Tally.NONE)));
      }
      try (ReadPoint point = database.rowSource().open(1);
          TableReader reader = point.reader()) {
        reader.read(
            new RowQuery(T, new Range.All(), Rows.columns(REAL, "v", "r"), RowFormat.TUPLES), read);
      }
    }
    assertThat(read.texts(REAL, REAL)).containsExactly("-0.0 | 0.0");
  }

  private static byte[] real(double value) {
    return ByteBuffer.allocate(14).putShort((short) 1).putInt(8).putDouble(value).array();
  }

  @ParameterizedTest
  @EnumSource(NotANumber.class)
  void doesWithNaNWhatItIsTold(NotANumber nan) {
    new ByHand(target()).run("CREATE TABLE t (r REAL)");
    try (Database database = Workshop.open(target());
        TableWriter writer = database.rowTarget().writer()) {
      ChunkRecord chunk = chunk(0, new Range.All());
      database.rowTarget().ledger().begin(RUN, List.of(chunk));
      try (ChunkWrite write =
          writer.begin(
              "c1", new RowLoad(T, Rows.columns(REAL, "r"), RowFormat.TUPLES, null, nan))) {
        write.write(real(Double.NaN), 0, 14);
        if (nan == NotANumber.REFUSE) {
          write.endRow();
          assertThatThrownBy(() -> write.commit(chunk.done(copied(Tally.NONE))))
              .isInstanceOf(StateError.class)
              .hasMessageContaining("column r");
          return;
        }
        write.endRow();
        write.commit(chunk.done(copied(Tally.NONE)));
      }
    }
    assertThat(new ByHand(target()).ask("SELECT quote(r) FROM t"))
        .hasValue(nan == NotANumber.NULL ? "NULL" : "'NaN'");
  }

  @Test
  void keepsRowsAndLedgerTogetherOrNeither() {
    new ByHand(target()).run("CREATE TABLE t (r REAL)");
    try (Database database = Workshop.open(target())) {
      RowTarget target = database.rowTarget();
      ChunkRecord chunk =
          chunk(0, new Range.Keys(List.of("a \"b\""), Key.of("1", "ä\u0000\n"), null));
      target.ledger().begin(RUN, List.of(chunk));
      try (TableWriter writer = target.writer()) {
        try (ChunkWrite write = writer.begin("c1", load(REAL, "r"))) {
          write.write(real(1), 0, 14);
          write.endRow();
        }
        assertThat(target.filled(List.of(T))).isEmpty();
        assertThat(target.ledger().unfinished().orElseThrow().chunks()).containsExactly(chunk);
        ChunkRecord done = chunk.done(copied(new Tally(1, 14)));
        try (ChunkWrite write = writer.begin("c1", load(REAL, "r"))) {
          write.write(real(1), 0, 14);
          write.endRow();
          assertThat(write.commit(done)).isEqualTo(1);
        }
        assertThat(target.filled(List.of(T))).containsExactly(T);
        assertThat(target.ledger().unfinished().orElseThrow().chunks()).containsExactly(done);
        writer.empty("c1", List.of(T), List.of(T));
        assertThat(target.filled(List.of(T))).isEmpty();
        assertThat(target.ledger().unfinished().orElseThrow().chunks()).containsExactly(chunk);
      }
    }
  }

  @Test
  void replacesARangeOfKeys() {
    new ByHand(target())
        .run("CREATE TABLE t (r REAL PRIMARY KEY); INSERT INTO t VALUES (1), (2), (3), (4);");
    try (Database database = Workshop.open(target());
        TableWriter writer = database.rowTarget().writer()) {
      ChunkRecord chunk = chunk(0, new Range.All());
      database.rowTarget().ledger().begin(RUN, List.of(chunk));
      Range replaced = new Range.Keys(List.of("r"), Key.of("2"), Key.of("4"));
      try (ChunkWrite write =
          writer.begin("c1", new RowLoad(T, Rows.columns(REAL, "r"), RowFormat.TUPLES, replaced))) {
        write.write(real(2.5), 0, 14);
        write.endRow();
        write.commit(chunk.done(copied(new Tally(1, 14))));
      }
    }
    assertThat(new ByHand(target()).ask("SELECT group_concat(r) FROM (SELECT r FROM t ORDER BY r)"))
        .hasValue("1.0,2.5,4.0");
  }

  @Test
  void remembersACopyAndRefusesASecondOne() {
    SnapshotRecord snapshot = new SnapshotRecord(1, "s", NOW, Consistency.FULL);
    try (Database database = Workshop.open(target())) {
      RowTarget target = database.rowTarget();
      assertThat(target.ledger().unfinished()).isEmpty();
      List<ChunkRecord> chunks =
          List.of(
              chunk(0, new Range.Pages(0, 7L)),
              chunk(1, new Range.Pages(7, null)),
              chunk(2, new Range.Keys(List.of("a", "b"), null, Key.of("\\x00", "'\"\ud800"))));
      target.ledger().begin(RUN, List.of(chunk(0, new Range.All())));
      target.ledger().plan("c1", chunks);
      target.ledger().snapshot("c1", snapshot);
      CopyState state = target.ledger().unfinished().orElseThrow();
      assertThat(state).isEqualTo(new CopyState(RUN, List.of(snapshot), chunks, List.of()));
      assertThatThrownBy(() -> target.ledger().begin(RUN, List.of()))
          .isInstanceOf(StateError.class);
      target.ledger().state("c1", CopyRun.State.DONE);
      assertThat(target.ledger().unfinished()).isEmpty();
      assertThat(target.ledger().last().orElseThrow().run()).isEqualTo(RUN.in(CopyRun.State.DONE));
      try (var held = target.ledger().lock();
          Database other = Workshop.open(target())) {
        assertThat(held).isNotNull();
        assertThatThrownBy(() -> other.rowTarget().ledger().lock())
            .isInstanceOf(StateError.class)
            .hasMessageContaining("process " + ProcessHandle.current().pid());
      }
      target.ledger().lock().close();
    }
  }

  @Test
  void bringsBackWhatItTookAwayJustAsItWas() {
    new ByHand(target())
        .run(
            """
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            CREATE TABLE t (id INTEGER PRIMARY KEY, p REFERENCES p, "odd ""name" TEXT UNIQUE);
            CREATE UNIQUE INDEX  "an index" ON t ("odd ""name" COLLATE NOCASE DESC) WHERE p > 0;
            CREATE INDEX by_length ON t (length("odd ""name"));
            CREATE TABLE log (n);
            CREATE TRIGGER t_added AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.id); END;
            """);
    try (Database database = Workshop.open(target());
        TableWriter writer = database.rowTarget().writer()) {
      RowTarget target = database.rowTarget();
      String before = database.inspector().inspect().fingerprint();
      target.ledger().begin(RUN, List.of());
      List<SuspensionRecord> away = target.ledger().suspend("c1", target.obstacles(List.of(T)));
      assertThat(away).hasSize(4);
      assertThat(database.inspector().inspect().fingerprint()).isNotEqualTo(before);
      new ByHand(target()).run("INSERT INTO t VALUES (1, NULL, 'x');");
      assertThat(new ByHand(target()).ask("SELECT count(*) FROM log")).hasValue("0");
      assertThat(target.ledger().unfinished().orElseThrow().suspensions()).isEqualTo(away);
      away.forEach(record -> writer.restore("c1", record, 0));
      assertThat(database.inspector().inspect().fingerprint()).isEqualTo(before);
      assertThat(target.ledger().unfinished().orElseThrow().suspensions())
          .allMatch(SuspensionRecord::isRestored);
    }
  }

  @Test
  void refusesRowsWithoutTheirParents() {
    new ByHand(target())
        .run(
            """
            CREATE TABLE p (id INTEGER PRIMARY KEY);
            CREATE TABLE t (p REFERENCES p);
            INSERT INTO t VALUES (1), (2), (NULL);
            """);
    try (Database database = Workshop.open(target());
        TableWriter writer = database.rowTarget().writer()) {
      database.rowTarget().ledger().begin(RUN, List.of());
      SuspensionRecord keys =
          database
              .rowTarget()
              .ledger()
              .suspend("c1", database.rowTarget().obstacles(List.of(T)))
              .get(0);
      assertThatThrownBy(() -> writer.restore("c1", keys, 0))
          .isInstanceOf(DatabaseError.class)
          .hasMessageContaining("2 rows without their row in p");
      new ByHand(target()).run("INSERT INTO p VALUES (1), (2);");
      writer.restore("c1", keys, 0);
    }
  }

  @Test
  void takesAKeyThatNobodyCanCheckAsItWas() {
    new ByHand(target())
        .run(
            """
            CREATE TABLE p (id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE t (name TEXT REFERENCES p (name));
            INSERT INTO t VALUES ('x');
            """);
    try (Database database = Workshop.open(target());
        TableWriter writer = database.rowTarget().writer()) {
      database.rowTarget().ledger().begin(RUN, List.of());
      database
          .rowTarget()
          .ledger()
          .suspend("c1", database.rowTarget().obstacles(List.of(T)))
          .forEach(record -> writer.restore("c1", record, 0));
      assertThat(database.rowTarget().ledger().unfinished().orElseThrow().suspensions())
          .hasSize(1)
          .allMatch(SuspensionRecord::isRestored);
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, UTF-16le", "UTF-16le, UTF-8", "UTF-16be, UTF-16le"})
  void copiesTextBetweenEncodings(String from, String to) {
    String schema = "CREATE TABLE t (id INTEGER PRIMARY KEY, s TEXT);";
    new ByHand(source())
        .run(
            "PRAGMA encoding = '"
                + from
                + "';"
                + schema
                + "INSERT INTO t VALUES (1, 'aä€😀'), (2, ''), (3, 'a' || char(0) || 'b'),"
                + " (4, printf('%.5000c', 'ä'));");
    new ByHand(target()).run("PRAGMA encoding = '" + to + "';" + schema);
    copy("id", "s");
    String hash = "SELECT group_concat(id || quote(s) || unicode(substr(s, 2)), ',') FROM t";
    assertThat(new ByHand(target()).ask(hash)).isEqualTo(new ByHand(source()).ask(hash));
    assertThat(new ByHand(target()).ask("SELECT length(s) FROM t WHERE id = 4")).hasValue("5000");
  }

  @Test
  void saysWhatAStrictTableRefuses() {
    new ByHand(target()).run("CREATE TABLE t (n INTEGER) STRICT");
    try (Database database = Workshop.open(target());
        TableWriter writer = database.rowTarget().writer()) {
      ChunkRecord chunk = chunk(0, new Range.All());
      database.rowTarget().ledger().begin(RUN, List.of(chunk));
      try (ChunkWrite write = writer.begin("c1", load(REAL, "n"))) {
        write.write(real(1.5), 0, 14);
        write.endRow();
        assertThatThrownBy(() -> write.commit(chunk.done(copied(Tally.NONE))))
            .isInstanceOf(LiftlockException.class)
            .hasMessageContaining("t.n");
      }
      assertThat(database.rowTarget().filled(List.of(T))).isEmpty();
    }
  }

  @Test
  void takesNoMoreRowsBehindOneThatWasRefused() {
    new ByHand(target()).run("CREATE TABLE t (r REAL PRIMARY KEY)");
    try (Database database = Workshop.open(target());
        TableWriter writer = database.rowTarget().writer()) {
      ChunkRecord chunk = chunk(0, new Range.All());
      database.rowTarget().ledger().begin(RUN, List.of(chunk));
      try (ChunkWrite write = writer.begin("c1", load(REAL, "r"))) {
        assertThatThrownBy(
                () -> {
                  for (int i = 0; i < 100_000; i++) {
                    write.write(real(1), 0, 14);
                    write.endRow();
                  }
                })
            .isInstanceOf(DatabaseError.class)
            .hasMessageContaining("UNIQUE constraint failed: t.r");
        assertThatThrownBy(() -> write.commit(chunk.done(copied(Tally.NONE))))
            .isInstanceOf(IllegalStateException.class);
      }
      assertThat(database.rowTarget().filled(List.of(T))).isEmpty();
      // The connection is of use still.
      try (ChunkWrite write = writer.begin("c1", load(REAL, "r"))) {
        write.write(real(1), 0, 14);
        write.endRow();
        assertThat(write.commit(chunk.done(copied(Tally.NONE)))).isEqualTo(1);
      }
    }
  }

  @Test
  void setsWhatAutoincrementGoesOnBehind() {
    new ByHand(target())
        .run(
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);
            CREATE TABLE plain (id INTEGER PRIMARY KEY);
            """);
    SequencePosition counted =
        new SequencePosition(ObjectId.of(ObjectKind.COLUMN, "t", "id"), 41, true);
    SequencePosition plain =
        new SequencePosition(ObjectId.of(ObjectKind.COLUMN, "plain", "id"), 41, true);
    SequencePosition free =
        new SequencePosition(ObjectId.of(ObjectKind.SEQUENCE, "public", "s"), 41, true);
    try (Database database = Workshop.open(target());
        TableWriter writer = database.rowTarget().writer()) {
      assertThat(writer.place(List.of(counted, plain, free))).containsExactly(plain, free);
    }
    new ByHand(target()).run("INSERT INTO t DEFAULT VALUES");
    assertThat(new ByHand(target()).ask("SELECT id FROM t")).hasValue("42");
  }
}
