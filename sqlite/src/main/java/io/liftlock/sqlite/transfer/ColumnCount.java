package io.liftlock.sqlite.transfer;

import io.liftlock.core.transfer.ColumnCensus;
import io.liftlock.core.transfer.ColumnCensus.Trait;
import io.liftlock.core.transfer.FieldForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was seen in one column so far. Every trait holds until a value shows that it does not. */
// An array and not a map, since it is added to for every value of a table.
@SuppressWarnings("EnumOrdinal")
final class ColumnCount {

  private final long[] counts = new long[FieldForm.values().length];
  private final Set<Trait> traits = EnumSet.allOf(Trait.class);
  private boolean timeless;
  private byte @Nullable [] last;
  private long smallest = Long.MAX_VALUE;
  private long largest = Long.MIN_VALUE;

  void add(FieldForm form) {
    counts[form.ordinal()]++;
  }

  void whole(long value) {
    add(FieldForm.INTEGER);
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
    if (value != 0 && value != 1) {
      traits.remove(Trait.BOOLEAN);
    }
    noTime();
  }

  void real(double value) {
    add(FieldForm.REAL);
    traits.remove(Trait.BOOLEAN);
    if (!Double.isFinite(value)) {
      traits.remove(Trait.NUMERIC);
    }
    noTime();
  }

  void bytes() {
    add(FieldForm.BYTES);
    traits.clear();
  }

  /** Whether any trait depends on the next text. */
  boolean wantsText() {
    return !traits.isEmpty();
  }

  void text(byte[] utf8) {
    add(FieldForm.TEXT);
    // Days and the like repeat themselves from row to row.
    if (Arrays.equals(utf8, last)) {
      return;
    }
    last = utf8;
    traits.remove(Trait.BOOLEAN);
    traits.retainAll(TextTraits.of(utf8));
  }

  /** As many whole numbers, of which these are the ends. */
  void wholes(long count, long first, long end) {
    if (count > 0) {
      whole(first);
      whole(end);
      counts[FieldForm.INTEGER.ordinal()] = count;
    }
  }

  private void noTime() {
    if (!timeless) {
      timeless = true;
      traits.removeAll(EnumSet.of(Trait.DATE, Trait.TIMESTAMP, Trait.TIMESTAMP_WITH_ZONE));
    }
  }

  ColumnCensus census(TableShape.Column column) {
    Map<FieldForm, Long> seen = new EnumMap<>(FieldForm.class);
    for (FieldForm form :
        List.of(FieldForm.INTEGER, FieldForm.REAL, FieldForm.TEXT, FieldForm.BYTES)) {
      if (counts[form.ordinal()] > 0) {
        seen.put(form, counts[form.ordinal()]);
      }
    }
    boolean noWhole = counts[FieldForm.INTEGER.ordinal()] == 0;
    return new ColumnCensus(
        column.name(),
        column.declared(),
        seen,
        noWhole ? 0 : smallest,
        noWhole ? 0 : largest,
        new ArrayList<>(traits));
  }
}
