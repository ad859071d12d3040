package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaScript.Placement;
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
  public boolean remakes(Change.Alter change, Passage passage) {
    return change.properties().contains(Property.VALUES) && !onlyAdds(change);
  }

  /** A new value can be used only when the transaction that adds it has ended. */
  @Override
  public Placement placement(Change.Alter change, Passage passage) {
    if (!change.properties().contains(Property.VALUES) || !onlyAdds(change)) {
      return Placement.TRANSACTION;
    }
    List<String> added = new ArrayList<>(change.to().list(Property.VALUES));
    added.removeAll(change.from().list(Property.VALUES));
    boolean used =
        passage.to().objects().values().stream()
            .filter(object -> object.uses().contains(change.object()))
            .filter(object -> passage.from().find(object.id()).filter(object::equals).isEmpty())
            .anyMatch(object -> added.stream().anyMatch(value -> mentions(object, value)));
    return used ? Placement.OUTSIDE : Placement.TRANSACTION;
  }

  private static boolean mentions(SchemaObject object, String value) {
    String literal = "'" + value.replace("'", "''") + "'";
    return object.properties().values().stream()
        .flatMap(List::stream)
        .anyMatch(text -> text.contains(literal));
  }

  @Override
  public boolean displaces(Change.Alter change, SchemaObject dependent, Passage passage) {
    return remakes(change, passage) && TypeSwap.displaces(change.object(), dependent, passage);
  }
}
