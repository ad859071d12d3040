package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.RowSql;
import io.liftlock.core.transfer.FieldValue;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.engine.transfer.compare.HashedRows.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that make B equal A, table by table: first what B has too much goes, the
 * last table first, then rows are changed and added, the first table first. So tables that others
 * refer to should come before them. Each table is searched once for each of the two, since not all
 * keys of a large difference fit into memory.
 */
final class Repair {

  /** How many rows are read in one query. */
  private static final int ROWS = 50;

  private final Look look;
  private final Consumer<String> taker;
  private boolean begun;

  /**
   * @param look at whole texts, so that only what a person could see is changed
   */
  Repair(Look look, Consumer<String> taker) {
    this.look = look;
    this.taker = taker;
  }

  /**
   * A table that differs.
   *
   * @param pair the table
   * @param rows how many rows the larger side has
   */
  record Differing(TablePair pair, long rows) {}

  /** Writes for all of them, in the order in which they refer to each other. */
  void write(List<Differing> tables) {
    List<Table> written =
        tables.stream().filter(table -> !LargeObjectPair.is(table.pair())).map(Table::new).toList();
    if (written.size() < tables.size()) {
      taker.accept("-- Large objects differ, too; no statement here mends them: copy them anew.");
    }
    for (int i = written.size() - 1; i >= 0; i--) {
      written.get(i).delete();
    }
    written.forEach(Table::fill);
    if (begun) {
      taker.accept("COMMIT;");
    }
  }

  private void tell(RowSql sql, String statement) {
    if (!begun) {
      begun = true;
      taker.accept("BEGIN;");
      sql.prelude().forEach(line -> taker.accept(line + ";"));
    }
    taker.accept(statement + ";");
  }

  /** One table. */
  private final class Table {

    private final TablePair pair;
    private final long count;
    private final RowSql sql;
    private final HashedRows rows;
    private final TableSearch search;
    private final List<String> columns;
    private final List<String> key;

    Table(Differing differing) {
      this.pair = differing.pair();
      this.count = differing.rows();
      this.sql = look.b().ask(reader -> reader.sql(pair.target()));
      this.rows = HashedRows.of(pair, look.hashing());
      this.search = new TableSearch(look, pair);
      // What is computed cannot be written, and follows from what is.
      this.columns =
          Hashing.keyFirst(pair).stream().limit(pair.columns().size()).map(Side.B::column).toList();
      this.key = Side.B.key(pair);
    }

    void delete() {
      if (key.isEmpty()) {
        search
            .asBag()
            .search(
                count,
                surplus -> {
                  copies(look.b(), surplus, this::deleteCopies);
                  return true;
                });
        return;
      }
      search
          .byKey()
          .search(
              count,
              suspects -> {
                each(
                    look.b(),
                    suspects.extra(),
                    row -> tell(sql, sql.delete(key, row.subList(0, key.size()))));
                return true;
              });
    }

    void fill() {
      if (key.isEmpty()) {
        search
            .asBag()
            .search(
                count,
                surplus -> {
                  copies(look.a(), surplus, this::insertCopies);
                  return true;
                });
        return;
      }
      search
          .byKey()
          .search(
              count,
              suspects -> {
                change(suspects.changed());
                each(look.a(), suspects.missing(), this::insert);
                return true;
              });
    }

    private void deleteCopies(List<FieldValue> row, long copies) {
      tell(sql, sql.deleteCopies(columns, row.subList(0, columns.size()), copies));
    }

    private void insertCopies(List<FieldValue> row, long copies) {
      for (long i = 0; i < copies; i++) {
        insert(row);
      }
    }

    private void insert(List<FieldValue> row) {
      tell(sql, sql.insert(columns, row.subList(0, columns.size())));
    }

    private void copies(Crew crew, BagSearch.Surplus surplus, RowCopies taken) {
      Map<Long, Long> open = new HashMap<>(surplus.of(crew.side()));
      if (open.isEmpty()) {
        return;
      }
      rows.values(
          crew,
          surplus.part(),
          Set.copyOf(open.keySet()),
          (hash, row) -> {
            Long copies = open.remove(hash);
            if (copies != null) {
              taken.take(row, copies);
            }
          });
    }

    private void change(List<Key> keys) {
      for (int at = 0; at < keys.size(); at += ROWS) {
        List<Key> some = keys.subList(at, Math.min(keys.size(), at + ROWS));
        Map<List<FieldValue>, List<FieldValue>> present = new HashMap<>();
        each(look.b(), some, row -> present.put(List.copyOf(row.subList(0, key.size())), row));
        each(look.a(), some, row -> change(row, present.get(row.subList(0, key.size()))));
      }
    }

    private void change(List<FieldValue> wanted, @Nullable List<FieldValue> present) {
      List<String> names = new ArrayList<>();
      List<FieldValue> values = new ArrayList<>();
      for (int i = key.size(); i < columns.size(); i++) {
        if (present == null || !wanted.get(i).equals(present.get(i))) {
          names.add(columns.get(i));
          values.add(wanted.get(i));
        }
      }
      if (!names.isEmpty()) {
        tell(sql, sql.update(key, wanted.subList(0, key.size()), names, values));
      }
    }

    private void each(Crew crew, List<Key> keys, Consumer<List<FieldValue>> row) {
      if (keys.stream().anyMatch(one -> one.values().isEmpty())) {
        throw NotMendable.withoutKey(pair.source());
      }
      for (int at = 0; at < keys.size(); at += ROWS) {
        List<Key> some = keys.subList(at, Math.min(keys.size(), at + ROWS));
        Range range = crew.side().range(pair, new Range.OneOf(pair.key(), some));
        rows.values(crew, Part.of(range), Set.of(), (hash, values) -> row.accept(values));
      }
    }
  }

  /** Takes a row and how many copies of it. */
  private interface RowCopies {
    void take(List<FieldValue> row, long copies);
  }
}
