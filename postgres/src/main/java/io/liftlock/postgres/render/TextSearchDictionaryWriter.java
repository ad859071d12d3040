package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Text search dictionaries. Their options are text as the server keeps it. */
final class TextSearchDictionaryWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    StringBuilder sql =
        new StringBuilder("CREATE ")
            .append(Address.of(object.id()))
            .append(" (TEMPLATE = ")
            .append(object.text(Property.TEMPLATE).orElseThrow());
    object.text(Property.OPTIONS).ifPresent(options -> sql.append(", ").append(options));
    return List.of(sql.append(")").toString());
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    Set<Property> properties = change.properties();
    if (properties.contains(Property.TEMPLATE)) {
      return Optional.empty();
    }
    List<String> before = options(change.from());
    List<String> after = options(change.to());
    List<String> changed = new ArrayList<>(after);
    changed.removeAll(before);
    // A name without a value takes the option away.
    List<String> names = after.stream().map(TextSearchDictionaryWriter::name).toList();
    before.stream()
        .map(TextSearchDictionaryWriter::name)
        .filter(name -> !names.contains(name))
        .forEach(changed::add);
    return Optional.of(
        changed.isEmpty()
            ? List.of()
            : List.of(
                "ALTER " + Address.of(change.to().id()) + " (" + String.join(", ", changed) + ")"));
  }

  private static List<String> options(SchemaObject dictionary) {
    return dictionary.text(Property.OPTIONS).map(TopLevel::split).orElse(List.of());
  }

  private static String name(String option) {
    return option.substring(0, option.indexOf('=')).stripTrailing();
  }
}
