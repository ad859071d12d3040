package io.liftlock.postgres.transfer;

import io.liftlock.core.database.RowSampler;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** Samples rows over a connection of its own. Rows are lines of COPY's text format. */
public final class PostgresRowSampler implements RowSampler {

  private final Connector connector;
  private @Nullable Link link;
  private boolean reading;

  /** Connects when it is first used. */
  public PostgresRowSampler(Connector connector) {
    this.connector = connector;
  }

  private Link link() {
    Link open = link;
    if (open == null) {
      open = PinnedLink.open(connector);
      link = open;
    }
    return open;
  }

  /** All rows that are read belong together: what one refers to is found with it. */
  private Link source() {
    Link open = link();
    if (!reading) {
      Exchange.ask(
          open,
          "rows cannot be read at one instant",
          "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      reading = true;
    }
    return open;
  }

  @Override
  public void some(ObjectId table, List<String> columns, long most, Consumer<byte[]> row) {
    String from = new TargetTables(source()).only(table);
    out(table, "SELECT " + list(columns) + " FROM " + from + " LIMIT " + most, row);
  }

  @Override
  public void withKeys(
      ObjectId table,
      List<String> columns,
      List<String> key,
      List<Key> keys,
      Consumer<byte[]> row) {
    String from = new TargetTables(source()).only(table);
    String condition =
        new RangeSql(new TableColumns(source()).of(table)).condition(new Range.OneOf(key, keys));
    out(table, "SELECT " + list(columns) + " FROM " + from + " WHERE " + condition, row);
  }

  private void out(ObjectId table, String query, Consumer<byte[]> row) {
    String doing = "rows of " + table.qualified() + " cannot be read";
    Link open = source();
    // Another table can still be read when this one may not be.
    Exchange.ask(open, doing, "SAVEPOINT sample");
    try {
      CopyOut out = open.copyOut("COPY (" + query + ") TO STDOUT");
      for (byte[] line = out.readFromCopy(); line != null; line = out.readFromCopy()) {
        row.accept(line);
      }
    } catch (SQLException e) {
      if (!open.isClosed()) {
        open.ask("ROLLBACK TO sample", Link.Rows.DROP);
      }
      throw Failures.error(doing, e);
    }
    Exchange.ask(open, doing, "RELEASE sample");
  }

  private static String list(List<String> columns) {
    return columns.stream().map(Quoted::identifier).collect(Collectors.joining(", "));
  }

  @Override
  public Into into(ObjectId table, List<String> columns) {
    String doing = "rows cannot be put into " + table.qualified();
    String list = columns.isEmpty() ? "" : " (" + list(columns) + ")";
    try {
      return new Rows(
          doing, link().copyIn("COPY " + TargetTables.name(table) + list + " FROM STDIN"));
    } catch (SQLException e) {
      throw Failures.error(doing, e);
    }
  }

  @Override
  public List<Key> missing(
      ObjectId table, List<String> columns, ObjectId parent, List<String> referenced, int most) {
    List<String> values = new ArrayList<>();
    List<String> present = new ArrayList<>();
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = "c." + Quoted.identifier(columns.get(i));
      values.add(column + "::pg_catalog.text");
      present.add(column + " IS NOT NULL");
      equal.add("p." + Quoted.identifier(referenced.get(i)) + " = " + column);
    }
    TargetTables tables = new TargetTables(link());
    Reply reply =
        Exchange.ask(
            link(),
            "what rows of " + table.qualified() + " refer to cannot be found out",
            """
            SELECT DISTINCT %s
              FROM %s AS c
             WHERE %s
               AND NOT EXISTS (SELECT 1 FROM %s AS p WHERE %s)
             LIMIT %d\
            """
                .formatted(
                    String.join(", ", values),
                    tables.only(table),
                    String.join(" AND ", present),
                    tables.only(parent),
                    String.join(" AND ", equal),
                    most));
    List<Key> keys = new ArrayList<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      List<String> key = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        key.add(reply.required(row, column));
      }
      keys.add(new Key(key));
    }
    return keys;
  }

  @Override
  public void close() {
    Link open = link;
    if (open != null) {
      open.close();
    }
  }

  /** One COPY, which is a transaction of its own. */
  private static final class Rows implements Into {

    private final String doing;
    private final CopyIn in;

    private Rows(String doing, CopyIn in) {
      this.doing = doing;
      this.in = in;
    }

    @Override
    public void row(byte[] bytes) {
      try {
        in.writeToCopy(bytes, 0, bytes.length);
      } catch (SQLException e) {
        throw Failures.error(doing, e);
      }
    }

    @Override
    public long end() {
      try {
        return in.endCopy();
      } catch (SQLException e) {
        throw Failures.error(doing, e);
      }
    }

    @Override
    public void close() {
      if (in.isActive()) {
        try {
          in.cancelCopy();
        } catch (SQLException e) {
          // The connection is gone, and the rows with it.
        }
      }
    }
  }
}
