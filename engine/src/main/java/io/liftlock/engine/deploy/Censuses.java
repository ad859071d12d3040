package io.liftlock.engine.deploy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ColumnCensus;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the columns of a source really hold, each table counted once. */
final class Censuses {

  private final Database source;
  private final Map<ObjectId, List<ColumnCensus>> counted = new HashMap<>();

  Censuses(Database source) {
    this.source = source;
  }

  /** By table; without those in which each value has its column's type. */
  Map<ObjectId, List<ColumnCensus>> of(Collection<ObjectId> tables) {
    List<ObjectId> open = tables.stream().filter(table -> !counted.containsKey(table)).toList();
    if (!open.isEmpty()) {
      try (ReadPoint point = source.rowSource().open(1);
          TableReader reader = point.reader()) {
        for (ObjectId table : open) {
          counted.put(table, reader.census(table).orElse(List.of()));
        }
      }
    }
    Map<ObjectId, List<ColumnCensus>> known = new HashMap<>();
    for (ObjectId table : tables) {
      List<ColumnCensus> census = counted.getOrDefault(table, List.of());
      if (!census.isEmpty()) {
        known.put(table, census);
      }
    }
    return known;
  }
}
