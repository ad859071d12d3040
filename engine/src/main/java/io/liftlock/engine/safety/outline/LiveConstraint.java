package io.liftlock.engine.safety.outline;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import java.util.Optional;
import java.util.function.Function;

/** Draws the outline of a live database's constraint. */
final class LiveConstraint {

  private final Schema schema;
  private final SchemaObject constraint;
  private final Function<String, Expression> expressions;

  LiveConstraint(Schema schema, SchemaObject constraint, Function<String, Expression> expressions) {
    this.schema = schema;
    this.constraint = constraint;
    this.expressions = expressions;
  }

  ConstraintOutline outline() {
    ConstraintDefinition.Kind kind = kind();
    boolean enforced = !constraint.is(Property.NOT_ENFORCED);
    return new ConstraintOutline(
        constraint.id().name(),
        kind,
        constraint.list(Property.COLUMNS),
        kind == ConstraintDefinition.Kind.CHECK ? check().map(expressions) : Optional.empty(),
        constraint
            .text(Property.REFERENCES)
            .map(text -> LiveOutline.name(ObjectId.names(text), schema.dialect())),
        constraint.list(Property.REFERENCED_COLUMNS),
        constraint.text(Property.ON_DELETE),
        enforced && !constraint.is(Property.NOT_VALID),
        enforced,
        constraint.is(Property.DEFERRABLE));
  }

  private ConstraintDefinition.Kind kind() {
    return switch (constraint.text(Property.CONSTRAINT_TYPE).orElse("check")) {
      case "primary key" -> ConstraintDefinition.Kind.PRIMARY_KEY;
      case "unique" -> ConstraintDefinition.Kind.UNIQUE;
      case "foreign key" -> ConstraintDefinition.Kind.FOREIGN_KEY;
      case "exclude" -> ConstraintDefinition.Kind.EXCLUDE;
      default -> ConstraintDefinition.Kind.CHECK;
    };
  }

  /** What stands between the outermost parentheses of {@code CHECK (…)}. */
  private Optional<String> check() {
    return constraint
        .text(Property.DEFINITION)
        .map(
            text -> {
              int open = text.indexOf('(');
              int close = text.lastIndexOf(')');
              return open < 0 || close < open ? text : text.substring(open + 1, close);
            });
  }
}
