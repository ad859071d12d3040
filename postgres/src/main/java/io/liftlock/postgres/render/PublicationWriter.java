package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Publications. */
final class PublicationWriter implements KindWriter {

  private static final String GENERATED_COLUMNS = "publish_generated_columns";
  private static final String ALL_TABLES = "ALL TABLES";
  private static final List<String> ALL_OPERATIONS =
      List.of("insert", "update", "delete", "truncate");
  private static final List<String> NONE = List.of("none");

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    StringBuilder sql = new StringBuilder("CREATE ").append(Address.of(object.id()));
    if (isForAllTables(object)) {
      sql.append(" FOR ").append(ALL_TABLES);
    } else if (!members(object).isEmpty()) {
      sql.append(" FOR ").append(members(object));
    }
    List<String> settings = new ArrayList<>();
    if (!object.list(Property.OPERATIONS).isEmpty()) {
      settings.add(publish(object));
    }
    settings.addAll(object.list(Property.OPTIONS));
    if (!settings.isEmpty()) {
      sql.append(" WITH (").append(String.join(", ", settings)).append(")");
    }
    return List.of(sql.toString());
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    Set<Property> properties = change.properties();
    SchemaObject to = change.to();
    List<String> sql = new ArrayList<>();
    if (properties.contains(Property.TABLES) || properties.contains(Property.SCHEMAS)) {
      // SET names every member anew, so that it does not matter which of the old ones are still
      // there; but it cannot name none, nor all tables.
      if (isForAllTables(change.from()) || isForAllTables(to) || members(to).isEmpty()) {
        return Optional.empty();
      }
      sql.add("ALTER " + Address.of(to.id()) + " SET " + members(to));
    }
    List<String> settings = new ArrayList<>();
    if (properties.contains(Property.OPERATIONS)) {
      settings.add(publish(to));
    }
    settings.addAll(changedOptions(change));
    if (!settings.isEmpty()) {
      sql.add("ALTER " + Address.of(to.id()) + " SET (" + String.join(", ", settings) + ")");
    }
    return Optional.of(sql);
  }

  /** An option that is gone has its usual value again. */
  private static List<String> changedOptions(Change.Alter change) {
    List<String> before = change.from().list(Property.OPTIONS);
    List<String> after = change.to().list(Property.OPTIONS);
    List<String> changed = new ArrayList<>(after);
    changed.removeAll(before);
    List<String> names = after.stream().map(PublicationWriter::name).toList();
    before.stream()
        .map(PublicationWriter::name)
        .filter(name -> !names.contains(name))
        .forEach(
            name -> changed.add(name + "=" + (name.equals(GENERATED_COLUMNS) ? "none" : "false")));
    return changed;
  }

  private static String name(String option) {
    return option.substring(0, option.indexOf('='));
  }

  private static boolean isForAllTables(SchemaObject publication) {
    return publication.list(Property.TABLES).equals(List.of(ALL_TABLES));
  }

  private static String members(SchemaObject publication) {
    List<String> tables = publication.list(Property.TABLES);
    List<String> schemas = publication.list(Property.SCHEMAS);
    return String.join(
        ", ",
        Stream.of(
                tables.isEmpty() ? "" : "TABLE " + String.join(", ", tables),
                schemas.isEmpty() ? "" : "TABLES IN SCHEMA " + Quoted.names(schemas))
            .filter(part -> !part.isEmpty())
            .toList());
  }

  private static String publish(SchemaObject publication) {
    List<String> operations = publication.list(Property.OPERATIONS);
    if (operations.equals(NONE)) {
      return "publish = ''";
    }
    return "publish = "
        + Quoted.text(String.join(", ", operations.isEmpty() ? ALL_OPERATIONS : operations));
  }
}
