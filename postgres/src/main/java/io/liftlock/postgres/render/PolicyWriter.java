package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Policies of row-level security. */
final class PolicyWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    StringBuilder sql = new StringBuilder("CREATE ").append(Address.of(object.id()));
    if (object.text(Property.PERMISSIVE).filter("false"::equals).isPresent()) {
      sql.append(" AS RESTRICTIVE");
    }
    object
        .text(Property.COMMAND)
        .filter(command -> !command.equals("ALL"))
        .ifPresent(command -> sql.append(" FOR ").append(command));
    if (!object.list(Property.ROLES).isEmpty()) {
      sql.append(" TO ").append(roles(object));
    }
    object
        .text(Property.USING)
        .ifPresent(using -> sql.append(" USING ").append(Parentheses.around(using)));
    object
        .text(Property.WITH_CHECK)
        .ifPresent(check -> sql.append(" WITH CHECK ").append(Parentheses.around(check)));
    return List.of(sql.toString());
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    Set<Property> properties = change.properties();
    SchemaObject to = change.to();
    StringBuilder sql = new StringBuilder();
    if (properties.contains(Property.COMMAND)
        || properties.contains(Property.PERMISSIVE)
        || isTaken(properties, to, Property.USING)
        || isTaken(properties, to, Property.WITH_CHECK)) {
      return Optional.empty();
    }
    if (properties.contains(Property.ROLES)) {
      sql.append(" TO ").append(roles(to));
    }
    if (properties.contains(Property.USING)) {
      sql.append(" USING ").append(Parentheses.around(to.text(Property.USING).orElseThrow()));
    }
    if (properties.contains(Property.WITH_CHECK)) {
      sql.append(" WITH CHECK ")
          .append(Parentheses.around(to.text(Property.WITH_CHECK).orElseThrow()));
    }
    return Optional.of(sql.isEmpty() ? List.of() : List.of("ALTER " + Address.of(to.id()) + sql));
  }

  /** ALTER POLICY can give an expression and change it, but not take it away. */
  private static boolean isTaken(Set<Property> properties, SchemaObject to, Property property) {
    return properties.contains(property) && to.text(property).isEmpty();
  }

  private static String roles(SchemaObject policy) {
    List<String> roles = policy.list(Property.ROLES);
    return roles.isEmpty() ? "PUBLIC" : String.join(", ", roles);
  }
}
