package io.liftlock.engine.deploy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.RowSampler;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Table;
import io.liftlock.core.transfer.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Copies some rows of each table, and then whatever they refer to, until no foreign key asks for
 * more. The tables must not be held by foreign keys yet.
 */
final class RowSample {

  /** So many rows that are referred to are asked for at once. */
  private static final int BATCH = 1_000;

  /** A chain of rows of one table that refer to each other may be very long. */
  private static final int ROUNDS = 2_000;

  private final Database source;
  private final Database scratch;
  private final Schema schema;
  private final Map<ObjectId, Long> rows = new TreeMap<>();
  private final Set<ObjectId> unread = new TreeSet<>();
  private final Set<ObjectId> dangling = new TreeSet<>();
  private final List<String> leftOut = new ArrayList<>();

  /**
   * @param schema what both look like, foreign keys included
   */
  RowSample(Database source, Database scratch, Schema schema) {
    this.source = source;
    this.scratch = scratch;
    this.schema = schema;
  }

  /** How many rows each table got. */
  Map<ObjectId, Long> rows() {
    return rows;
  }

  /** The foreign keys that rows would break, since what they refer to could not be copied. */
  Set<ObjectId> dangling() {
    return dangling;
  }

  /** The tables that could not be read, and why. */
  List<String> leftOut() {
    return leftOut;
  }

  /** Copies. */
  void take(long most) {
    Optional<RowSampler> from = source.rowSampler();
    Optional<RowSampler> to = scratch.rowSampler();
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    try (RowSampler reader = from.get();
        RowSampler writer = to.get()) {
      for (Table table : schema.tables()) {
        // The rows of a partitioned table are those of its partitions.
        if (table.object().text(Property.PARTITION_KEY).isEmpty()) {
          copy(table, writer, row -> reader.some(table.id(), columns(table), most, row));
        }
      }
      complete(reader, writer);
    }
  }

  private interface Read {
    void into(Consumer<byte[]> row);
  }

  private long copy(Table table, RowSampler writer, Read read) {
    try (RowSampler.Into into = writer.into(table.id(), columns(table))) {
      read.into(into::row);
      long copied = into.end();
      rows.merge(table.id(), copied, Long::sum);
      return copied;
    } catch (DatabaseError e) {
      if (unread.add(table.id())) {
        leftOut.add("rows of " + table.id() + ": " + e.problems().get(0).message());
      }
      return 0;
    }
  }

  private static List<String> columns(Table table) {
    return table.columns().stream()
        .filter(column -> !column.generated())
        .map(Column::name)
        .toList();
  }

  /** Brings along what rows refer to, round by round: what comes along may refer to more. */
  private void complete(RowSampler reader, RowSampler writer) {
    Map<String, Table> tables = new HashMap<>();
    schema.tables().forEach(table -> tables.put(table.id().qualified(), table));
    boolean more = true;
    for (int round = 0; more && round < ROUNDS; round++) {
      more = false;
      for (Table table : schema.tables()) {
        for (Constraint key : table.foreignKeys()) {
          Table parent = key.references().map(tables::get).orElse(null);
          if (parent != null) {
            more |= follow(reader, writer, table, key, parent) > 0;
          }
        }
      }
    }
    for (Table table : schema.tables()) {
      for (Constraint key : table.foreignKeys()) {
        Table parent = key.references().map(tables::get).orElse(null);
        if (parent != null
            && !writer
                .missing(table.id(), key.columns(), parent.id(), key.referencedColumns(), 1)
                .isEmpty()) {
          dangling.add(key.object().id());
        }
      }
    }
  }

  private long follow(
      RowSampler reader, RowSampler writer, Table table, Constraint key, Table parent) {
    long all = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Key> missing =
          writer.missing(table.id(), key.columns(), parent.id(), key.referencedColumns(), BATCH);
      if (missing.isEmpty() || unread.contains(parent.id())) {
        return all;
      }
      long copied =
          copy(
              parent,
              writer,
              row ->
                  reader.withKeys(
                      parent.id(), columns(parent), key.referencedColumns(), missing, row));
      if (copied == 0) {
        return all;
      }
      all += copied;
    }
    return all;
  }
}
