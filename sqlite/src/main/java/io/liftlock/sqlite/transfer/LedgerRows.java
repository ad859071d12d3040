package io.liftlock.sqlite.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.core.transfer.Tally;
import io.liftlock.sqlite.link.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows of the ledger, read and written. */
final class LedgerRows {

  private LedgerRows() {}

  /** A table as the ledger names it: {@code public.users}. */
  static String name(ObjectId table) {
    return table.qualified();
  }

  static ObjectId table(String name) {
    return new ObjectId(ObjectKind.TABLE, ObjectId.names(name), "");
  }

  /** Remembers a chunk, done or not, in place of what was known of it. */
  static void write(Link link, String copyId, ChunkRecord chunk) throws SQLException {
    RangeRow range = RangeRow.of(chunk.range());
    ChunkRecord.Copied copied = chunk.copied();
    link.update(
        """
        INSERT OR REPLACE INTO main.liftlock_copy_chunk (copy, source, ordinal, target, range_kind,
          range_columns, range_from, range_to, bytes, copied_rows, copied_bytes, hash, snapshot,
          copied_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        copyId,
        name(chunk.table()),
        chunk.ordinal(),
        name(chunk.target()),
        range.kind(),
        range.columns(),
        range.from(),
        range.to(),
        chunk.bytes(),
        copied == null ? null : copied.tally().rows(),
        copied == null ? null : copied.tally().bytes(),
        copied == null ? null : copied.hash(),
        copied == null ? null : copied.snapshot(),
        copied == null ? null : copied.at().toString());
  }

  static List<ChunkRecord> chunks(Link link, String copyId) throws SQLException {
    return link.query(
        """
        SELECT source, target, ordinal, range_kind, range_columns, range_from, range_to, bytes,
          copied_rows, copied_bytes, hash, snapshot, copied_at
        FROM main.liftlock_copy_chunk WHERE copy = ? ORDER BY source, ordinal
        """,
        row ->
            new ChunkRecord(
                table(row.getString(1)),
                table(row.getString(2)),
                row.getInt(3),
                new RangeRow(row.getString(4), row.getString(5), row.getString(6), row.getString(7))
                    .range(),
                row.getLong(8),
                copied(row)),
        copyId);
  }

  private static ChunkRecord.@Nullable Copied copied(ResultSet row) throws SQLException {
    String at = row.getString(13);
    return at == null
        ? null
        : new ChunkRecord.Copied(
            new Tally(row.getLong(9), row.getLong(10)),
            row.getString(11),
            row.getInt(12),
            Instant.parse(at));
  }

  static void write(Link link, String copyId, SuspensionRecord record) throws SQLException {
    Suspension suspension = record.suspension();
    link.update(
        """
        INSERT INTO main.liftlock_copy_suspension (copy, ordinal, kind, target, name, removal,
          restoration, after, statements_done)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        copyId,
        record.ordinal(),
        suspension.kind().name().toLowerCase(Locale.ROOT),
        name(suspension.table()),
        suspension.name(),
        TextList.write(suspension.removal()),
        TextList.write(suspension.restoration()),
        TextList.write(suspension.after().stream().map(LedgerRows::name).toList()),
        record.statementsDone());
  }

  static List<SuspensionRecord> suspensions(Link link, String copyId) throws SQLException {
    return link.query(
        """
        SELECT ordinal, kind, target, name, removal, restoration, after, statements_done
        FROM main.liftlock_copy_suspension WHERE copy = ? ORDER BY ordinal
        """,
        row ->
            new SuspensionRecord(
                row.getInt(1),
                new Suspension(
                    Suspension.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                    table(row.getString(3)),
                    row.getString(4),
                    TextList.read(row.getString(5)),
                    TextList.read(row.getString(6)),
                    TextList.read(row.getString(7)).stream().map(LedgerRows::table).toList()),
                row.getInt(8)),
        copyId);
  }

  /** A range in columns of the ledger; the source may have pages where this database has none. */
  private record RangeRow(
      String kind, @Nullable String columns, @Nullable String from, @Nullable String to) {

    static RangeRow of(Range range) {
      return range.match(
          new Range.Cases<>() {
            @Override
            public RangeRow all(Range.All all) {
              return new RangeRow("all", null, null, null);
            }

            @Override
            public RangeRow keys(Range.Keys keys) {
              return new RangeRow(
                  "keys", TextList.write(keys.columns()), key(keys.from()), key(keys.to()));
            }

            @Override
            public RangeRow pages(Range.Pages pages) {
              Long to = pages.to();
              return new RangeRow(
                  "pages", null, Long.toString(pages.from()), to == null ? null : to.toString());
            }

            @Override
            public RangeRow oneOf(Range.OneOf some) {
              throw new IllegalArgumentException("no chunk is a list of keys");
            }
          });
    }

    private static @Nullable String key(@Nullable Key key) {
      return key == null ? null : TextList.write(key.values());
    }

    private static @Nullable Key key(@Nullable String json) {
      return json == null ? null : new Key(TextList.read(json));
    }

    Range range() {
      return switch (kind) {
        case "all" -> new Range.All();
        case "pages" ->
            new Range.Pages(
                Long.parseLong(from == null ? "0" : from), to == null ? null : Long.valueOf(to));
        default ->
            new Range.Keys(TextList.read(columns == null ? "[]" : columns), key(from), key(to));
      };
    }
  }
}
