package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Extended statistics. */
final class StatisticsWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    List<String> sql = new ArrayList<>();
    sql.add(object.text(Property.DEFINITION).orElseThrow());
    if (object.text(Property.STATISTICS_TARGET).isPresent()) {
      sql.add(target(object));
    }
    return sql;
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    if (change.properties().contains(Property.DEFINITION)) {
      return Optional.empty();
    }
    return Optional.of(
        change.properties().contains(Property.STATISTICS_TARGET)
            ? List.of(target(change.to()))
            : List.of());
  }

  /** Every version takes -1 for the usual target; the word DEFAULT is new in PostgreSQL 17. */
  private static String target(SchemaObject statistics) {
    return "ALTER "
        + Address.of(statistics.id())
        + " SET STATISTICS "
        + statistics.text(Property.STATISTICS_TARGET).orElse("-1");
  }
}
