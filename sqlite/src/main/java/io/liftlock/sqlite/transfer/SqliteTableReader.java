package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.database.RowSql;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.error.Bug;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.ColumnCensus;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.DigestQuery;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.Tally;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.SqliteFile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows as tuples over a connection that sees one instant. */
final class SqliteTableReader implements TableReader {

  private final SqliteFile file;
  private final Link link;
  private final Runnable afterClose;
  private @Nullable TextEncoding encoding;
  private boolean closed;

  SqliteTableReader(SqliteFile file, Link link, Runnable afterClose) {
    this.file = file;
    this.link = link;
    this.afterClose = afterClose;
  }

  @Override
  public List<TableFacts> facts(Collection<ObjectId> tables) {
    return doing(
        "looking at the sizes of tables",
        () -> {
          List<TableFacts> facts = new ArrayList<>();
          for (ObjectId table : tables) {
            facts.add(new TableSize(link, table).facts());
          }
          return facts;
        });
  }

  @Override
  public List<Key> cuts(ObjectId table, List<String> key, int parts) {
    return doing(
        "looking for keys to cut " + table.qualified() + " by",
        () -> new KeyCuts(link, TableShape.read(link, table), key).into(parts));
  }

  @Override
  public Tally read(RowQuery query, RowSink sink) {
    if (query.format() != RowFormat.TUPLES) {
      throw new Bug("rows of SQLite travel as tuples, not as " + query.format());
    }
    return doing(
        "reading the rows of " + query.table().qualified(),
        () -> {
          RowSelect select = new RowSelect(TableShape.read(link, query.table()), query);
          TupleReader tuples = new TupleReader(select, encoding(), sink);
          Tally tally = link.walk(select.sql(), select.parameters(), tuples).orElse(Tally.NONE);
          for (RowName large : tuples.large()) {
            tally = tally.plus(new LargeRow(link, select, large, encoding(), sink).read());
          }
          return tally;
        });
  }

  private TextEncoding encoding() throws SQLException {
    TextEncoding known = encoding;
    if (known == null) {
      known = TextEncoding.of(link);
      encoding = known;
    }
    return known;
  }

  /** {@inheritDoc} SQLite has no hash of a row that another database has, too. */
  @Override
  public List<HashKind> hashes() {
    return List.of();
  }

  @Override
  public String probe(HashKind kind) {
    throw noHash();
  }

  @Override
  public Map<Integer, Digest> digest(DigestQuery query) {
    throw noHash();
  }

  @Override
  public void hashes(
      DigestQuery query, List<String> key, Collection<Integer> buckets, HashedRow each) {
    throw noHash();
  }

  @Override
  public RowSql sql(ObjectId table) {
    return new SqliteRowSql(table);
  }

  private static Bug noHash() {
    return new Bug("SQLite hashes no rows; they are read as tuples and hashed by who reads them");
  }

  /** {@inheritDoc} Only AUTOINCREMENT remembers a number; others go on behind the largest. */
  @Override
  public List<SequencePosition> sequences() {
    return doing(
        "reading where AUTOINCREMENT stands",
        () -> {
          // SQLite makes its table of them with the first table that has one.
          if (link.query(
                  "SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_sequence'",
                  row -> row.getInt(1))
              .isEmpty()) {
            return List.of();
          }
          return link.query(
              """
              SELECT list.name, info.name, counter.seq
              FROM pragma_table_list AS list, main.sqlite_sequence AS counter,
                pragma_table_info(list.name, 'main') AS info
              WHERE list.schema = 'main' AND counter.name = list.name AND info.pk = 1
                AND list.name NOT LIKE 'liftlock\\_%' ESCAPE '\\'
              ORDER BY list.name
              """,
              row ->
                  new SequencePosition(
                      ObjectId.of(ObjectKind.COLUMN, row.getString(1), row.getString(2)),
                      row.getLong(3),
                      true));
        });
  }

  @Override
  public Optional<List<ColumnCensus>> census(ObjectId table) {
    return doing(
        "looking at the values of " + table.qualified(),
        () -> Optional.of(new Census(link, TableShape.read(link, table)).count()));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      afterClose.run();
    }
  }

  /** A question to the database. */
  private interface Question<T> {
    T ask() throws SQLException;
  }

  private <T> T doing(String what, Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw Failures.error(file, what, e);
    }
  }
}
