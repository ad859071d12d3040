package io.liftlock.sqlite.transfer;

import io.liftlock.core.schema.Affinity;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.sql.Quoted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;

/**
 * Cuts a table into parts of as many rows each, by walking through the index of its key once.
 * SQLite passes by the rows in between without reading them.
 */
final class KeyCuts {

  private final Link link;
  private final TableShape table;
  private final List<String> key;

  KeyCuts(Link link, TableShape table, List<String> key) {
    this.link = link;
    this.table = table;
    this.key = key;
  }

  /** Fewer keys than parts, ascending. */
  List<Key> into(int parts) throws SQLException {
    long rows = link.value("SELECT count(*) FROM " + table.sql()).map(Long::valueOf).orElse(0L);
    List<Key> cuts = new ArrayList<>();
    if (rows < 2 || parts < 2 || hasNull()) {
      return cuts;
    }
    long step = Math.max(1, rows / parts);
    Optional<Key> last = Optional.empty();
    while (cuts.size() < parts - 1) {
      Optional<Key> next = after(last, step);
      if (next.isEmpty()) {
        return cuts;
      }
      cuts.add(next.get());
      last = next;
    }
    return cuts;
  }

  /** A key of several columns of which one is NULL lies neither before nor behind others. */
  private boolean hasNull() throws SQLException {
    if (key.size() == 1) {
      return false;
    }
    String anyNull =
        key.stream()
            .filter(name -> table.column(name).map(TableShape.Column::nullable).orElse(false))
            .map(name -> Quoted.identifier(name) + " IS NULL")
            .collect(Collectors.joining(" OR "));
    return !anyNull.isEmpty()
        && link.value("SELECT 1 FROM " + table.sql() + " WHERE " + anyNull + " LIMIT 1")
            .isPresent();
  }

  /**
   * The key that is so many rows behind the last one, or the next one that text can say. NULLs are
   * passed by: they belong to the first part.
   */
  private Optional<Key> after(Optional<Key> last, long step) throws SQLException {
    List<String> names = table.sql(key);
    String columns = String.join(", ", names);
    RangeSql range = RangeSql.of(table, new Range.Keys(key, last.orElse(null), null));
    return link.walk(
            "SELECT "
                + columns
                + " FROM "
                + table.sql()
                + (last.isEmpty() ? " WHERE " + names.get(0) + " IS NOT NULL" : range.where())
                + " ORDER BY "
                + columns
                + " LIMIT 100 OFFSET "
                + step,
            range.parameters(),
            this::firstSayable)
        .flatMap(found -> found);
  }

  private Optional<Key> firstSayable(DB db, long statement) throws SQLException {
    do {
      List<String> values = new ArrayList<>();
      boolean sayable = true;
      for (int i = 0; i < key.size(); i++) {
        Affinity affinity =
            table.column(key.get(i)).map(TableShape.Column::affinity).orElse(Affinity.INTEGER);
        String text = KeyText.read(db, statement, i);
        sayable &= KeyText.isSame(db, statement, i, RangeSql.value(affinity, text));
        values.add(text);
      }
      if (sayable) {
        return Optional.of(new Key(values));
      }
    } while (db.step(statement) == Codes.SQLITE_ROW);
    return Optional.empty();
  }
}
