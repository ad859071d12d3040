package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.TablePair;
import java.util.List;

/**
 * PostgreSQL's large objects are cut into chunks by their number alone, so that none is torn; as
 * rows they are slices, which number and offset tell apart.
 */
final class LargeObjectPair {

  private static final List<String> SLICE = List.of("loid", "offset");

  private LargeObjectPair() {}

  /** Whether this pair stands for large objects. */
  static boolean is(TablePair pair) {
    return pair.source().path().equals(List.of("pg_catalog", "pg_largeobject"));
  }

  /** The same pairs; that of large objects with the key of its slices. */
  static CopyPlan bySlices(CopyPlan pairs) {
    return new CopyPlan(
        pairs.tables().stream().map(pair -> is(pair) ? slices(pair) : pair).toList(),
        pairs.omissions());
  }

  private static TablePair slices(TablePair pair) {
    return new TablePair(pair.source(), pair.target(), pair.columns(), SLICE, pair.format());
  }
}
