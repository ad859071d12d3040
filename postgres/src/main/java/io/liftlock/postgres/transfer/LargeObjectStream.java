package io.liftlock.postgres.transfer;

import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import java.util.List;

/**
 * Slices of large objects, collected in a temporary table and then put together, so that they may
 * come in any form and need no memory here. Each object gets its old number.
 */
final class LargeObjectStream implements RowStream {

  /** Takes the slices for the time of the transaction. */
  static final String TABLE = "pg_temp.liftlock_slice";

  /** Makes it. */
  static final String PREPARE =
      """
      CREATE TEMPORARY TABLE liftlock_slice (
        loid pg_catalog.oid NOT NULL,
        "offset" pg_catalog.int8 NOT NULL,
        data pg_catalog.bytea NOT NULL
      ) ON COMMIT DROP\
      """;

  private final Link link;
  private final String doing;
  private final RowStream slices;

  /**
   * @param slices into {@link #TABLE}
   */
  LargeObjectStream(Link link, String doing, RowStream slices) {
    this.link = link;
    this.doing = doing;
    this.slices = slices;
  }

  /** Deletes the objects of a range; it begins and ends between objects. */
  static String unlink(String condition) {
    return """
    SELECT pg_catalog.count(pg_catalog.lo_unlink(o.loid))
      FROM (SELECT loid
              FROM (SELECT m.oid AS loid, 0::pg_catalog.int8 AS "offset"
                      FROM pg_catalog.pg_largeobject_metadata m) AS x
             WHERE %s) AS o\
    """
        .formatted(condition);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    slices.write(bytes, offset, length);
  }

  @Override
  public void endRow() {
    slices.endRow();
  }

  @Override
  public long end() {
    long count = slices.end();
    Exchange.ask(
        link,
        doing,
        List.of(
            """
            SELECT pg_catalog.count(pg_catalog.lo_create(o.loid))
              FROM (SELECT DISTINCT s.loid FROM pg_temp.liftlock_slice s) AS o\
            """,
            """
            SELECT pg_catalog.count(*)
              FROM (SELECT pg_catalog.lo_put(s.loid, s."offset", s.data)
                      FROM pg_temp.liftlock_slice s OFFSET 0) AS o\
            """));
    return count;
  }

  @Override
  public void abandon() {
    slices.abandon();
  }
}
