package io.liftlock.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * A constraint as those see it who reckon with rows.
 *
 * @param object the constraint itself
 */
public record Constraint(SchemaObject object) {

  /** The type of a primary key. */
  public static final String PRIMARY_KEY = "primary key";

  /** The type of a unique constraint. */
  public static final String UNIQUE = "unique";

  /** The type of a foreign key. */
  public static final String FOREIGN_KEY = "foreign key";

  /** The type of a check. */
  public static final String CHECK = "check";

  /** The type of an exclusion constraint. */
  public static final String EXCLUDE = "exclude";

  /** Its name. */
  public String name() {
    return object.id().name();
  }

  /** One of the types above. */
  public String type() {
    return object.text(Property.CONSTRAINT_TYPE).orElse("");
  }

  /** Its columns, in order; empty where it is about an expression only. */
  public List<String> columns() {
    return object.list(Property.COLUMNS);
  }

  /** The table that a foreign key refers to, as {@link ObjectId#qualified()}. */
  public Optional<String> references() {
    return object.text(Property.REFERENCES);
  }

  /** The columns that a foreign key refers to, in order. */
  public List<String> referencedColumns() {
    return object.list(Property.REFERENCED_COLUMNS);
  }

  /** Its definition as the server prints it. */
  public String definition() {
    return object.text(Property.DEFINITION).orElse("");
  }
}
