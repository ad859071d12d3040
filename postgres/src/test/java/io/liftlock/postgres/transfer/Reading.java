package io.liftlock.postgres.transfer;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.RowSink;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.link.Link;
import io.liftlock.testkit.ScratchDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A read point of a scratch database with one reader, and what it read in a form to look at. */
final class Reading implements AutoCloseable {

  static final RunnerIdentity RUNNER =
      new RunnerIdentity("deploy", "ci-7", 4711, Instant.parse("2026-08-01T10:02:03Z"), "0.1.0");

  private final Link link;
  final PostgresRowSource source;
  final ReadPoint point;
  final TableReader reader;

  Reading(ScratchDatabase scratch) {
    this(scratch.url(), 1);
  }

  Reading(DatabaseUrl url, int readers) {
    Connector connector = new Connector(url, RUNNER);
    this.link = connector.connect();
    this.source = new PostgresRowSource(connector, link, Clock.systemUTC());
    this.point = source.open(readers);
    this.reader = point.reader();
  }

  static ObjectId table(String name) {
    return ObjectId.of(ObjectKind.TABLE, "public", name);
  }

  static List<ReadColumn> columns(FieldForm form, String... names) {
    return Stream.of(names).map(name -> new ReadColumn(name, form)).toList();
  }

  /** The rows as tuples whose fields are text, without those that are NULL told apart. */
  List<List<String>> texts(String table, Range range, String... columns) {
    return rows(
            new RowQuery(table(table), range, columns(FieldForm.TEXT, columns), RowFormat.TUPLES))
        .stream()
        .map(Reading::texts)
        .toList();
  }

  /** The first field of each row as text. */
  List<String> firsts(String table, Range range, String column) {
    return texts(table, range, column).stream().map(row -> row.get(0)).toList();
  }

  /** The rows as they travel. */
  List<byte[]> rows(RowQuery query) {
    return rows(reader, query);
  }

  static List<byte[]> rows(TableReader reader, RowQuery query) {
    Rows rows = new Rows();
    reader.read(query, rows);
    return rows.whole;
  }

  /** The fields of a tuple, NULL as the text {@code NULL}. */
  static List<String> texts(byte[] tuple) {
    return fields(tuple).stream()
        .map(field -> field == null ? "NULL" : new String(field, StandardCharsets.UTF_8))
        .toList();
  }

  /** The fields of a tuple, null for NULL. */
  static List<byte[]> fields(byte[] tuple) {
    ByteBuffer buffer = ByteBuffer.wrap(tuple);
    List<byte[]> fields = new ArrayList<>();
    int count = buffer.getShort();
    for (int i = 0; i < count; i++) {
      int length = buffer.getInt();
      byte[] field = length < 0 ? null : new byte[length];
      if (field != null) {
        buffer.get(field);
      }
      fields.add(field);
    }
    if (buffer.hasRemaining()) {
      throw new IllegalStateException("more bytes than fields");
    }
    return fields;
  }

  @Override
  public void close() {
    reader.close();
    point.close();
    link.close();
  }

  /** Keeps rows whole. */
  static final class Rows implements RowSink {

    final List<byte[]> whole = new ArrayList<>();
    int pieces;
    private final ByteArrayOutputStream row = new ByteArrayOutputStream();

    @Override
    public void write(byte[] bytes, int offset, int length) {
      row.write(bytes, offset, length);
      pieces++;
    }

    @Override
    public void endRow() {
      whole.add(row.toByteArray());
      row.reset();
    }
  }
}
