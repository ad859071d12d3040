package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Event triggers. */
final class EventTriggerWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    List<String> sql = new ArrayList<>();
    StringBuilder create = new StringBuilder("CREATE ").append(Address.of(object.id()));
    create.append(" ON ").append(object.text(Property.EVENT).orElseThrow());
    List<String> tags = object.list(Property.TAGS);
    if (!tags.isEmpty()) {
      create
          .append(" WHEN TAG IN (")
          .append(tags.stream().map(Quoted::text).collect(Collectors.joining(", ")))
          .append(")");
    }
    create.append(" EXECUTE FUNCTION ").append(call(object));
    sql.add(create.toString());
    enable(Enabling.USUAL, object, sql);
    return sql;
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    Set<Property> properties = change.properties();
    if (properties.contains(Property.EVENT)
        || properties.contains(Property.TAGS)
        || properties.contains(Property.FUNCTION)) {
      return Optional.empty();
    }
    List<String> sql = new ArrayList<>();
    enable(state(change.from()), change.to(), sql);
    return Optional.of(sql);
  }

  private static String call(SchemaObject trigger) {
    String function = trigger.text(Property.FUNCTION).orElseThrow();
    return function.endsWith(")") ? function : function + "()";
  }

  private static void enable(String state, SchemaObject to, List<String> sql) {
    if (!state(to).equals(state)) {
      sql.add("ALTER " + Address.of(to.id()) + " " + Enabling.verb(state(to)));
    }
  }

  private static String state(SchemaObject trigger) {
    return trigger.text(Property.ENABLED).orElse(Enabling.USUAL);
  }
}
