package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.List;
import java.util.Optional;

/** What objects that a role will make grant by themselves. */
final class DefaultPrivilegesWriter implements KindWriter {

  private static final Grants USUAL = Grants.of(List.of());

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    return statements(object).between(USUAL, grants(object));
  }

  @Override
  public List<String> drop(SchemaObject object, Passage passage) {
    return statements(object).between(grants(object), USUAL);
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    return Optional.of(statements(change.to()).between(grants(change.from()), grants(change.to())));
  }

  private static Grants grants(SchemaObject object) {
    return Grants.of(object.list(Property.GRANTS));
  }

  private static GrantStatements statements(SchemaObject object) {
    String prefix =
        "ALTER DEFAULT PRIVILEGES"
            + object
                .text(Property.OWNER)
                .filter(role -> !role.equals(Attributes.CURRENT_USER))
                .map(role -> " FOR ROLE " + role)
                .orElse("")
            + object
                .text(Property.SCHEMA)
                .map(schema -> " IN SCHEMA " + Quoted.name(schema))
                .orElse("")
            + " ";
    return new GrantStatements(prefix, object.text(Property.COMMAND).orElseThrow(), null);
  }

  /**
   * What an object grants by itself right after the role that runs the script has made it. Default
   * privileges that go are gone by then; those that come or change do so at the end.
   */
  static Grants given(ObjectId id, Passage passage) {
    Grants given = USUAL;
    for (SchemaObject defaults : passage.from().of(ObjectKind.DEFAULT_PRIVILEGES)) {
      boolean applies =
          passage.to().has(defaults.id())
              && defaults.text(Property.OWNER).filter(Attributes.CURRENT_USER::equals).isPresent()
              && defaults.text(Property.COMMAND).filter(command(id.kind())::equals).isPresent()
              && defaults
                  .text(Property.SCHEMA)
                  .map(name -> id.kind() != ObjectKind.SCHEMA && name.equals(id.path().get(0)))
                  .orElse(true);
      // Those for a role come before those for a role in a schema, which add to them.
      if (applies) {
        given =
            defaults.text(Property.SCHEMA).isPresent()
                ? given.and(grants(defaults))
                : grants(defaults).and(given);
      }
    }
    return given.without(right -> isUsual(right, id.kind()));
  }

  /** Whether an object of the kind grants it by itself, so that granting it says nothing. */
  private static boolean isUsual(Grants.Right right, ObjectKind kind) {
    return right.grantee().equals(Attributes.CURRENT_USER)
        || (right.grantee().equals("PUBLIC")
            && (command(kind).equals("FUNCTIONS") || command(kind).equals("TYPES")));
  }

  /** What ALTER DEFAULT PRIVILEGES calls the kind; empty for one that it cannot name. */
  private static String command(ObjectKind kind) {
    return switch (kind) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> "TABLES";
      case SEQUENCE -> "SEQUENCES";
      case FUNCTION, PROCEDURE, AGGREGATE -> "FUNCTIONS";
      case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> "TYPES";
      case SCHEMA -> "SCHEMAS";
      default -> "";
    };
  }
}
