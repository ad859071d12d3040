package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Enums: values are added in place; any other change takes a new type. */
final class EnumWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject type, Passage passage) {
    return List.of(
        "CREATE "
            + Address.of(type.id())
            + " AS ENUM ("
            + type.list(Property.VALUES).stream()
                .map(Quoted::text)
                .collect(Collectors.joining(", "))
            + ")");
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    if (!change.properties().contains(Property.VALUES)) {
      return Optional.of(List.of());
    }
    return Optional.of(
        onlyAdds(change)
            ? added(change)
            : TypeSwap.statements(change, create(change.to(), passage), passage));
  }

  /** Whether the old values are all there, in the same order. */
  static boolean onlyAdds(Change.Alter change) {
    List<String> kept = new ArrayList<>(change.to().list(Property.VALUES));
    kept.retainAll(change.from().list(Property.VALUES));
    return kept.equals(change.from().list(Property.VALUES));
  }

  private static List<String> added(Change.Alter change) {
    List<String> present = new ArrayList<>(change.from().list(Property.VALUES));
    List<String> wanted = change.to().list(Property.VALUES);
    List<String> sql = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String value = wanted.get(i);
      if (present.contains(value)) {
        continue;
      }
      // At the end no place has to be said.
      String place = "";
      if (i == 0 && !present.isEmpty()) {
        place = " BEFORE " + Quoted.text(present.get(0));
      } else if (i < present.size()) {
        place = " AFTER " + Quoted.text(wanted.get(i - 1));
      }
      present.add(i, value);
      sql.add("ALTER " + Address.of(change.to().id()) + " ADD VALUE " + Quoted.text(value) + place);
    }
    return sql;
  }

  @Override
  public boolean displaces(Change.Alter change, SchemaObject dependent, Passage passage) {
    return change.properties().contains(Property.VALUES)
        && !onlyAdds(change)
        && TypeSwap.displaces(change.object(), dependent, passage);
  }
}
