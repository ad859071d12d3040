package io.liftlock.sqlite;

import static io.liftlock.core.transfer.FieldForm.ANY;
import static io.liftlock.core.transfer.FieldForm.BYTES;
import static io.liftlock.core.transfer.FieldForm.INTEGER;
import static io.liftlock.core.transfer.FieldForm.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.RowSink;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.database.TableWriter.ChunkWrite;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Chunk;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.Tally;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that no heap need hold. */
final class LargeRowTest {

  private static final ObjectId T = ObjectId.of(ObjectKind.TABLE, "t");
  private static final Instant NOW = Instant.parse("2026-11-20T17:00:00Z");

  /** Characters of one, two, three and four bytes, so that a slice's end parts some of them. */
  private static final String TEXTS = "replace(printf('%.1000000c', 'x'), 'x', 'aä€😀')";

  @TempDir Path folder;

  private Path file(String name) {
    return folder.resolve("state/" + name + ".db");
  }

  /** Passes rows on, and remembers the largest piece. */
  private static final class Watch implements RowSink {
    private final RowSink inner;
    private int largest;

    Watch(RowSink inner) {
      this.inner = inner;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      largest = Math.max(largest, length);
      inner.write(bytes, offset, length);
    }

    @Override
    public void endRow() {
      inner.endRow();
    }

    @Override
    public void misfit(Misfit misfit) {
      inner.misfit(misfit);
    }
  }

  private Tally copy(List<ReadColumn> columns) {
    try (Database from = Workshop.open(file("source"));
        Database to = Workshop.open(file("target"));
        ReadPoint point = from.rowSource().open(1);
        TableReader reader = point.reader();
        TableWriter writer = to.rowTarget().writer()) {
      ChunkRecord chunk = ChunkRecord.planned(new Chunk(T, 0, new Range.All(), 1), T);
      to.rowTarget()
          .ledger()
          .begin(
              new CopyRun("c", "s", "i", "p", "f", NOW, false, CopyRun.State.COPYING),
              List.of(chunk));
      try (ChunkWrite write = writer.begin("c", new RowLoad(T, columns, RowFormat.TUPLES, null))) {
        Watch watch = new Watch(write);
        Tally tally =
            reader.read(new RowQuery(T, new Range.All(), columns, RowFormat.TUPLES), watch);
        assertThat(watch.largest).isBetween(1, 2 << 20);
        write.commit(chunk.done(new ChunkRecord.Copied(tally, "", 1, NOW)));
        return tally;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WITHOUT ROWID"})
  void arriveAsTheyAre(String options) {
    String schema =
        "CREATE TABLE t (id TEXT PRIMARY KEY, n INT, s TEXT, b BLOB, v) " + options + ";";
    new ByHand(file("source"))
        .run(
            schema
                + """
                INSERT INTO t VALUES ('small', 1, 'x', x'00', 1.5),
                  ('text', 2, %1$s, x'', 'x'),
                  ('blob', 3, '', randomblob(9000000), NULL),
                  ('any blob', NULL, NULL, NULL, zeroblob(7000001)),
                  ('any text', 5, 'x', NULL, %1$s || char(0)),
                  ('all', 6, %1$s, zeroblob(5000000), randomblob(5000000)),
                  ('many', 7, printf('%%.3000000c', 'x'), randomblob(900000), randomblob(1100000)),
                  ('last', 8, 'y', x'ff', 9);
                """
                    .formatted(TEXTS));
    new ByHand(file("target")).run(schema);
    List<ReadColumn> columns =
        List.of(
            new ReadColumn("id", TEXT),
            new ReadColumn("n", INTEGER),
            new ReadColumn("s", TEXT),
            new ReadColumn("b", BYTES),
            new ReadColumn("v", ANY));
    assertThat(copy(columns).rows()).isEqualTo(8);
    assertThat(
            new ByHand(file("target"))
                .ask(
                    "SELECT sum(octet_length(s)) || ' ' || sum(octet_length(b)) || ' '"
                        + " || sum(octet_length(v)) FROM t"))
        .isEqualTo(
            new ByHand(file("source"))
                .ask(
                    "SELECT sum(octet_length(s)) || ' ' || sum(octet_length(b)) || ' '"
                        + " || sum(octet_length(v)) FROM t"));
    try (Database source = Workshop.open(file("source"));
        Database target = Workshop.open(file("target"))) {
      List<String> names = List.of("id", "n", "s", "b", "v");
      assertThat(target.rows().digest(T, names)).isEqualTo(source.rows().digest(T, names));
    }
  }

  @Test
  void areCheckedBeforeTheirFirstByteTravels() {
    new ByHand(file("source"))
        .run(
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY, s);
            INSERT INTO t VALUES
              (1, CAST(zeroblob(6000000) AS TEXT)),
              (2, zeroblob(6000000)),
              (3, CAST(CAST(%1$s AS BLOB) || x'c3' AS TEXT)),
              (4, CAST(CAST(%1$s AS BLOB) || x'ff41' AS TEXT)),
              (5, %1$s);
            """
                .formatted(TEXTS));
    Rows rows = new Rows();
    try (Database database = Workshop.open(file("source"));
        ReadPoint point = database.rowSource().open(1);
        TableReader reader = point.reader()) {
      reader.read(
          new RowQuery(T, new Range.All(), Rows.columns(TEXT, "s"), RowFormat.TUPLES), rows);
    }
    assertThat(rows.tuples).hasSize(1);
    assertThat(rows.tuples.get(0)).hasSize(10_000_006);
    List<String> told = new ArrayList<>(rows.misfits.stream().map(Misfit::described).toList());
    assertThat(told)
        .containsExactly(
            "t, rowid 1, column s: text with a zero byte",
            "t, rowid 2, column s: bytes in a column of text",
            "t, rowid 3, column s: text that is not valid UTF-8",
            "t, rowid 4, column s: text that is not valid UTF-8");
    assertThat(rows.misfits).extracting(Misfit::form).containsOnly(FieldForm.TEXT);
  }
}
