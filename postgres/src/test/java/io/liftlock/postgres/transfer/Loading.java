package io.liftlock.postgres.transfer;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RowSink;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Chunk;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.core.transfer.Tally;
import io.liftlock.postgres.PostgresDriver;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tests of loading say again and again. */
final class Loading {

  static final Instant NOW = Instant.parse("2026-11-20T17:30:00.123456Z");

  private Loading() {}

  static Database open(DatabaseUrl url) {
    return open(url, 4711);
  }

  static Database open(DatabaseUrl url, long process) {
    RunnerIdentity runner = new RunnerIdentity("deploy", "ci-7", process, NOW, "0.1.0");
    return new PostgresDriver().open(url, new OpenOptions("main", HistoryTable.DEFAULT, runner));
  }

  static ObjectId table(String name) {
    return ObjectId.of(ObjectKind.TABLE, "public", name);
  }

  static CopyRun run(String id) {
    return new CopyRun(
        id,
        "postgresql://deploy@old/shop",
        "712/16384",
        "sha256:plan",
        "sha256:schema",
        NOW,
        false,
        CopyRun.State.COPYING);
  }

  static ChunkRecord planned(ObjectId table, int ordinal, Range range) {
    return ChunkRecord.planned(new Chunk(table, ordinal, range, 1000), table);
  }

  static ChunkRecord done(ChunkRecord chunk, long rows) {
    return chunk.done(new ChunkRecord.Copied(new Tally(rows, rows * 10), "00ff", 1, NOW));
  }

  static RowLoad text(ObjectId table, @Nullable Range replaced, String... columns) {
    return load(table, RowFormat.TEXT, FieldForm.NATIVE, replaced, columns);
  }

  static RowLoad load(
      ObjectId table,
      RowFormat format,
      FieldForm form,
      @Nullable Range replaced,
      String... columns) {
    List<ReadColumn> read = Arrays.stream(columns).map(name -> new ReadColumn(name, form)).toList();
    return new RowLoad(table, read, format, replaced);
  }

  /** Copies lines of COPY's text form as one chunk. */
  static void copyLines(
      TableWriter writer, String copyId, RowLoad load, ChunkRecord chunk, String... lines) {
    try (TableWriter.ChunkWrite write = writer.begin(copyId, load)) {
      Arrays.stream(lines).forEach(line -> row(write, bytes(line + "\n")));
      write.commit(done(chunk, lines.length));
    }
  }

  static void row(RowSink sink, byte[] row) {
    sink.write(row, 0, row.length);
    sink.endRow();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A tuple of these fields; null for NULL. */
  static byte[] tuple(byte @Nullable []... fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeShort(fields.length);
      for (byte[] field : fields) {
        out.writeInt(field == null ? -1 : field.length);
        if (field != null) {
          out.write(field);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
