package io.liftlock.engine.proof;

import io.liftlock.core.report.SeedGap;
import io.liftlock.core.schema.ObjectId;
import java.util.List;
import java.util.Map;

/**
 * What came of an attempt to fill tables.
 *
 * @param rows how many rows each table got
 * @param gaps what could not be filled, and why
 */
public record Seeding(Map<ObjectId, Integer> rows, List<SeedGap> gaps) {

  /** Nothing was to be filled. */
  public static final Seeding NONE = new Seeding(Map.of(), List.of());

  /** Copies both. */
  public Seeding {
    rows = Map.copyOf(rows);
    gaps = List.copyOf(gaps);
  }
}
