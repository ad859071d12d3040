package io.liftlock.core.schema;

import java.util.Optional;

/**
 * A column as those see it who reckon with rows.
 *
 * @param object the column itself
 */
public record Column(SchemaObject object) {

  /** Its name. */
  public String name() {
    return object.id().name();
  }

  /** Its type as the server prints it; empty in SQLite where none is declared. */
  public String type() {
    return object.text(Property.TYPE).orElse("");
  }

  /** Whether NULL is allowed. */
  public boolean nullable() {
    return !object.is(Property.NOT_NULL);
  }

  /** Its default. */
  public Optional<String> defaultValue() {
    return object.text(Property.DEFAULT);
  }

  /** Whether the server computes it from other columns. */
  public boolean generated() {
    return object.text(Property.GENERATED).isPresent();
  }

  /** Whether a row must not bring its own value. */
  public boolean identityAlways() {
    return object.text(Property.IDENTITY).filter("always"::equals).isPresent();
  }
}
