package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Views. */
final class ViewWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject view, Passage passage) {
    return List.of("CREATE " + body(view));
  }

  private static String body(SchemaObject view) {
    List<String> options = view.list(Property.OPTIONS);
    return Address.of(view.id())
        + (options.isEmpty() ? "" : " WITH " + Options.list(options))
        + " AS\n"
        + view.text(Property.DEFINITION).orElseThrow();
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    SchemaObject from = change.from();
    SchemaObject to = change.to();
    if (change.properties().contains(Property.DEFINITION)) {
      return keepsItsColumns(to.id(), passage)
          ? Optional.of(List.of("CREATE OR REPLACE " + body(to)))
          : Optional.empty();
    }
    return Optional.of(
        Options.change(from.list(Property.OPTIONS), to.list(Property.OPTIONS)).stream()
            .map(options -> "ALTER " + Address.of(to.id()) + " " + options)
            .toList());
  }

  /** CREATE OR REPLACE VIEW can add columns behind the others and nothing else. */
  private static boolean keepsItsColumns(ObjectId view, Passage passage) {
    List<String> before = columns(view, passage.from());
    List<String> after = columns(view, passage.to());
    return after.size() >= before.size() && after.subList(0, before.size()).equals(before);
  }

  private static List<String> columns(ObjectId view, Schema schema) {
    List<String> columns = new ArrayList<>();
    for (SchemaObject column : schema.parts(view, ObjectKind.COLUMN)) {
      columns.add(
          column.id().name()
              + " "
              + column.text(Property.TYPE).orElse("")
              + " "
              + column.text(Property.COLLATION).orElse(""));
    }
    return columns;
  }
}
