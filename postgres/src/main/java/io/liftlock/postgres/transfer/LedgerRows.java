package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.core.transfer.Tally;
import io.liftlock.postgres.link.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads back what the queries of {@link LedgerTables} give. */
final class LedgerRows {

  private LedgerRows() {}

  static List<CopyRun> runs(Reply reply) {
    return each(
        reply,
        row ->
            new CopyRun(
                reply.required(row, 0),
                reply.required(row, 1),
                reply.required(row, 2),
                reply.required(row, 3),
                reply.required(row, 4),
                instant(reply.number(row, 5)),
                reply.isTrue(row, 6),
                CopyRun.State.valueOf(upper(reply.required(row, 7)))));
  }

  static List<SnapshotRecord> snapshots(Reply reply) {
    return each(
        reply,
        row ->
            new SnapshotRecord(
                (int) reply.number(row, 0),
                reply.required(row, 1),
                instant(reply.number(row, 2)),
                new Consistency(
                    Consistency.Degree.valueOf(upper(reply.required(row, 3))),
                    reply.required(row, 4))));
  }

  static List<ChunkRecord> chunks(Reply reply) {
    return each(
        reply,
        row ->
            new ChunkRecord(
                object(reply.required(row, 0)),
                object(reply.required(row, 1)),
                (int) reply.number(row, 2),
                range(reply, row),
                reply.number(row, 8),
                copied(reply, row)));
  }

  private static Range range(Reply reply, int row) {
    if (reply.text(row, 3) != null) {
      return new Range.Keys(reply.list(row, 3), key(reply, row, 4), key(reply, row, 5));
    }
    if (reply.text(row, 6) != null) {
      Long to = reply.text(row, 7) == null ? null : reply.number(row, 7);
      return new Range.Pages(reply.number(row, 6), to);
    }
    return new Range.All();
  }

  private static @Nullable Key key(Reply reply, int row, int column) {
    return reply.text(row, column) == null ? null : new Key(reply.list(row, column));
  }

  private static ChunkRecord.@Nullable Copied copied(Reply reply, int row) {
    String hash = reply.text(row, 11);
    return hash == null
        ? null
        : new ChunkRecord.Copied(
            new Tally(reply.number(row, 9), reply.number(row, 10)),
            hash,
            (int) reply.number(row, 12),
            instant(reply.number(row, 13)));
  }

  static List<SuspensionRecord> suspensions(Reply reply) {
    return each(
        reply,
        row ->
            new SuspensionRecord(
                (int) reply.number(row, 0),
                new Suspension(
                    Suspension.Kind.valueOf(upper(reply.required(row, 1))),
                    object(reply.required(row, 2)),
                    reply.required(row, 3),
                    reply.list(row, 4),
                    reply.list(row, 5),
                    reply.list(row, 6).stream().map(LedgerRows::object).toList()),
                (int) reply.number(row, 7)));
  }

  /** What {@link ObjectId#toString()} has written of an object without a signature. */
  private static ObjectId object(String text) {
    int space = text.indexOf(' ');
    return new ObjectId(
        ObjectKind.of(text.substring(0, space)), ObjectId.names(text.substring(space + 1)), "");
  }

  private static <T> List<T> each(Reply reply, IntFunction<T> read) {
    return IntStream.range(0, reply.rows().size()).mapToObj(read).toList();
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
