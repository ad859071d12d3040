package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.sql.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server to read values that are not written in the usual way, over another connection
 * than the one that COPY keeps busy. It is opened when the first such value comes.
 */
final class ServerReading implements AutoCloseable {

  /** A table of which so many values were asked for is better sent as text as a whole. */
  private static final int MANY = 200;

  private final Supplier<Link> connect;
  private final Map<ObjectId, Integer> asked = new HashMap<>();
  private @Nullable Link open;

  ServerReading(Supplier<Link> connect) {
    this.connect = connect;
  }

  /** Whether so many values of a table were asked for that its next rows should go as text. */
  boolean isBusy(ObjectId table) {
    return asked.getOrDefault(table, 0) >= MANY;
  }

  /**
   * The binary form of a value.
   *
   * @param send the function of the server that gives it
   */
  byte[] read(Misfits column, String send, byte[] bytes, int offset, int length) {
    asked.merge(column.table(), 1, Integer::sum);
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    Link link = open;
    if (link == null || link.isClosed()) {
      link = connect.get();
      open = link;
    }
    Answer answer =
        link.ask(
            "SELECT pg_catalog.encode(pg_catalog.%s(%s::%s), 'hex')"
                .formatted(send, Quoted.literal(text), column.column().type()),
            Link.Rows.KEEP);
    if (answer.sqlState().startsWith("22")) {
      throw column.refused("the server cannot read it");
    }
    if (answer.failure() != null) {
      throw Failures.error("a value cannot be read", answer.failure());
    }
    return HexFormat.of().parseHex(answer.replies().get(0).required(0, 0));
  }

  @Override
  public void close() {
    Link link = open;
    if (link != null) {
      link.close();
    }
  }
}
