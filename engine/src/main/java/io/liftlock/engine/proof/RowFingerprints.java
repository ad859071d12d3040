package io.liftlock.engine.proof;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.RowDigests;
import io.liftlock.core.database.RowDigests.RowDigest;
import io.liftlock.core.report.RowChange;
import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What rows the tables of a database hold at a moment, as digests. */
public final class RowFingerprints {

  private record Taken(Table table, List<String> columns, RowDigest digest) {}

  private final Map<ObjectId, Taken> tables;

  private RowFingerprints(Map<ObjectId, Taken> tables) {
    this.tables = tables;
  }

  /** All rows of every table, in all its columns. */
  public static RowFingerprints of(Database database, Schema schema) {
    return of(database, schema, schema, table -> true);
  }

  /**
   * All rows of every table that two schemas have in common, in the columns that both have with the
   * same type.
   *
   * @param schema what the database looks like now
   * @param other what it looked like, or will
   * @param wanted which tables are looked at
   */
  static RowFingerprints of(
      Database database, Schema schema, Schema other, Predicate<ObjectId> wanted) {
    RowDigests digests = database.rows();
    Map<ObjectId, Taken> tables = new LinkedHashMap<>();
    for (Table table : schema.tables()) {
      // The rows of a partition are those of the table it belongs to.
      if (table.object().text(Property.PARTITION_OF).isPresent() || !wanted.test(table.id())) {
        continue;
      }
      Optional<Table> there = other.find(table.id()).map(object -> Table.of(other, object));
      List<String> columns = there.map(same -> common(table, same)).orElse(List.of());
      if (!columns.isEmpty()) {
        tables.put(table.id(), new Taken(table, columns, digests.digest(table.id(), columns)));
      }
    }
    return new RowFingerprints(tables);
  }

  private static List<String> common(Table left, Table right) {
    return left.columns().stream()
        .filter(
            column ->
                right.column(column.name()).filter(c -> c.type().equals(column.type())).isPresent())
        .map(Column::name)
        .toList();
  }

  /** How many rows a table held; none where it was not there. */
  public long rows(ObjectId table) {
    Taken taken = tables.get(table);
    return taken == null ? 0 : taken.digest().rows();
  }

  /**
   * What is not the same now.
   *
   * @param schema what the database looks like now
   * @param values whether other values count, and not only another number of rows
   */
  public List<RowChange> changes(Database database, Schema schema, boolean values) {
    List<RowChange> changes = new ArrayList<>();
    for (Taken before : tables.values()) {
      ObjectId id = before.table().id();
      Optional<Table> now = schema.find(id).map(object -> Table.of(schema, object));
      if (now.isEmpty()) {
        if (before.digest().rows() > 0) {
          changes.add(new RowChange(id, before.digest().rows(), 0, List.of()));
        }
        continue;
      }
      List<String> columns = common(before.table(), now.get());
      columns = before.columns().stream().filter(columns::contains).toList();
      RowDigest digest = database.rows().digest(id, columns);
      boolean comparable = columns.size() == before.columns().size();
      boolean other = values && comparable && !digest.hash().equals(before.digest().hash());
      if (digest.rows() != before.digest().rows() || other) {
        changes.add(new RowChange(id, before.digest().rows(), digest.rows(), List.of()));
      }
    }
    return List.copyOf(changes);
  }
}
