package io.liftlock.postgres.render;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The indexes that primary keys and unique constraints stand on, as indexes of their own. */
final class UniqueIndexes {

  private static final Pattern REST =
      Pattern.compile("( INCLUDE \\(.*?\\))?(?: DEFERRABLE.*)?", Pattern.DOTALL);

  private UniqueIndexes() {}

  /** The index that can be built first, to become the constraint's then; of the same name. */
  static Optional<SchemaObject> of(SchemaObject constraint) {
    String type = new Constraint(constraint).type();
    String words =
        switch (type) {
          case Constraint.PRIMARY_KEY -> "PRIMARY KEY";
          case Constraint.UNIQUE -> "UNIQUE";
          default -> "";
        };
    String definition = constraint.text(Property.DEFINITION).orElse("");
    String nulls = definition.startsWith("UNIQUE NULLS NOT DISTINCT") ? " NULLS NOT DISTINCT" : "";
    String columns = "(" + Quoted.names(constraint.list(Property.COLUMNS)) + ")";
    String head = words + nulls + " " + columns;
    // What does not begin so is another kind, or has more to say than an index can.
    if (words.isEmpty() || !definition.startsWith(head)) {
      return Optional.empty();
    }
    Matcher rest = REST.matcher(definition.substring(head.length()));
    if (!rest.matches()) {
      return Optional.empty();
    }
    List<String> options = constraint.list(Property.OPTIONS);
    String sql =
        "CREATE UNIQUE INDEX "
            + Quoted.name(constraint.id().name())
            + " ON "
            + Address.whole(constraint.id())
            + " USING btree "
            + columns
            + (rest.group(1) == null ? "" : rest.group(1))
            + nulls
            + (options.isEmpty() ? "" : " WITH " + Options.list(options));
    List<String> path = constraint.id().path();
    return Optional.of(
        SchemaObject.builder(new ObjectId(ObjectKind.INDEX, path, ""))
            .set(Property.UNIQUE, "true")
            .set(Property.COLUMNS, constraint.list(Property.COLUMNS))
            .set(Property.DEFINITION, sql)
            .set(Property.TABLESPACE, constraint.list(Property.TABLESPACE))
            .uses(constraint.uses())
            .build());
  }

  /** The index that is there already, and that a new constraint takes for its own. */
  static Optional<SchemaObject> taken(SchemaObject constraint, Passage passage) {
    return constraint.kind() != ObjectKind.CONSTRAINT
        ? Optional.empty()
        : of(constraint)
            .flatMap(index -> passage.from().find(index.id()))
            .filter(index -> !passage.to().has(index.id()))
            .filter(index -> !passage.from().has(constraint.id()))
            .filter(index -> !index.is(Property.INVALID))
            .filter(
                index ->
                    index
                        .list(Property.DEFINITION)
                        .equals(
                            of(constraint).map(i -> i.list(Property.DEFINITION)).orElse(List.of())))
            .filter(index -> passage.to().whole(constraint.id()).isPresent());
  }
}
