package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Composite types. */
final class CompositeTypeWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject type, Passage passage) {
    return List.of(
        "CREATE "
            + Address.of(type.id())
            + " AS ("
            + String.join(", ", type.list(Property.ATTRIBUTES))
            + ")");
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    if (!change.properties().contains(Property.ATTRIBUTES)) {
      return Optional.of(List.of());
    }
    Optional<List<String>> inPlace = inPlace(change, passage);
    return inPlace.isPresent()
        ? inPlace
        : Optional.of(TypeSwap.statements(change, create(change.to(), passage), passage));
  }

  /**
   * One ALTER TYPE, where attributes go, come at the end, or change their type while no column has
   * the type.
   */
  private static Optional<List<String>> inPlace(Change.Alter change, Passage passage) {
    Map<String, String> before = attributes(change.from());
    Map<String, String> after = attributes(change.to());
    List<String> order = new ArrayList<>(before.keySet());
    order.retainAll(after.keySet());
    after.keySet().stream().filter(name -> !before.containsKey(name)).forEach(order::add);
    if (!order.equals(new ArrayList<>(after.keySet()))) {
      return Optional.empty();
    }
    List<String> actions = new ArrayList<>();
    boolean retyped = false;
    for (String name : before.keySet()) {
      if (!after.containsKey(name)) {
        actions.add("DROP ATTRIBUTE " + name);
      }
    }
    for (Map.Entry<String, String> attribute : after.entrySet()) {
      String type = before.get(attribute.getKey());
      if (type == null) {
        actions.add("ADD ATTRIBUTE " + attribute.getKey() + " " + attribute.getValue());
      } else if (!type.equals(attribute.getValue())) {
        retyped = true;
        actions.add("ALTER ATTRIBUTE " + attribute.getKey() + " TYPE " + attribute.getValue());
      }
    }
    if (retyped && isUsedByColumns(change, passage)) {
      return Optional.empty();
    }
    return Optional.of(
        List.of("ALTER " + Address.of(change.to().id()) + " " + String.join(", ", actions)));
  }

  private static boolean isUsedByColumns(Change.Alter change, Passage passage) {
    return passage.from().of(ObjectKind.COLUMN).stream()
        .anyMatch(column -> column.uses().contains(change.object()));
  }

  /** Names, quoted as SQL needs them, and types. */
  private static Map<String, String> attributes(SchemaObject type) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String attribute : type.list(Property.ATTRIBUTES)) {
      int end = nameEnd(attribute);
      attributes.put(attribute.substring(0, end), attribute.substring(end + 1));
    }
    return attributes;
  }

  private static int nameEnd(String attribute) {
    boolean quoted = false;
    for (int i = 0; i < attribute.length(); i++) {
      if (attribute.charAt(i) == '"') {
        quoted = !quoted;
      } else if (attribute.charAt(i) == ' ' && !quoted) {
        return i;
      }
    }
    throw new IllegalArgumentException("an attribute has a name and a type: " + attribute);
  }

  @Override
  public boolean remakes(Change.Alter change, Passage passage) {
    return change.properties().contains(Property.ATTRIBUTES) && inPlace(change, passage).isEmpty();
  }

  @Override
  public boolean displaces(Change.Alter change, SchemaObject dependent, Passage passage) {
    return remakes(change, passage) && TypeSwap.displaces(change.object(), dependent, passage);
  }
}
