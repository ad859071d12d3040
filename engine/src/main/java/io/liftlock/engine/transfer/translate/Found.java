package io.liftlock.engine.transfer.translate;

import io.liftlock.core.transfer.ColumnCensus;
import io.liftlock.core.transfer.ColumnCensus.Trait;
import io.liftlock.core.transfer.FieldForm;
import java.util.Map;
import java.util.Optional;

/** What was found in a column, as far as it decides upon a type. */
final class Found {

  /** Beyond it not every whole number is a double. */
  private static final long LARGEST_EXACT = 1L << 53;

  private final Optional<ColumnCensus> census;

  /**
   * @param census empty where nobody looked
   */
  Found(Optional<ColumnCensus> census) {
    this.census = census;
  }

  /** How many values are not NULL. */
  long values() {
    return counts().values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many values are of a form. */
  long of(FieldForm form) {
    return counts().getOrDefault(form, 0L);
  }

  private Map<FieldForm, Long> counts() {
    return census.map(ColumnCensus::counts).orElse(Map.of());
  }

  /** Whether there are values, and all of them are of one form. */
  boolean only(FieldForm form) {
    return values() > 0 && of(form) == values();
  }

  /** Whether it is true of every value; of none, too. */
  boolean all(Trait trait) {
    return values() == 0 || census.filter(each -> each.traits().contains(trait)).isPresent();
  }

  /** Whether there are values, and all are numbers that a double holds exactly. */
  boolean areDoubles() {
    return areNumbers()
        && census
            .filter(c -> c.smallest() >= -LARGEST_EXACT && c.largest() <= LARGEST_EXACT)
            .isPresent();
  }

  /** Whether there are values, and all are stored as numbers. */
  boolean areNumbers() {
    return values() > 0 && of(FieldForm.INTEGER) + of(FieldForm.REAL) == values();
  }

  /** Whether every whole number lies between two. */
  boolean between(long low, long high) {
    return census.map(c -> c.smallest() >= low && c.largest() <= high).orElse(true);
  }
}
