package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the few rows that differ, value by value. */
final class RowTexts {

  private RowTexts() {}

  /**
   * The rows with these keys, by their keys as their own values tell them, which are written alike
   * on both sides.
   *
   * @param keys of A's columns
   */
  static Map<Key, List<Field>> read(Crew crew, TablePair pair, List<Key> keys) {
    Map<Key, List<Field>> rows = new HashMap<>();
    Range range = crew.side().range(pair, new Range.OneOf(pair.key(), keys));
    RowCollector collector =
        new RowCollector(pair, 0, crew.pace()) {
          @Override
          void row(List<Field> fields, long hash) {
            rows.put(key(fields, pair.key().size()), fields);
          }
        };
    crew.ask(
        reader ->
            reader.read(
                Hashing.read(pair, crew.side(), range), SameMoments.before(collector, pair)));
    return rows;
  }

  private static Key key(List<Field> fields, int size) {
    return new Key(fields.subList(0, size).stream().map(field -> field.value().text()).toList());
  }
}
