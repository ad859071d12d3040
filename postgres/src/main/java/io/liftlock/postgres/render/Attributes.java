package io.liftlock.postgres.render;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;

/** Writes what objects of every kind have: owner, comment and grants. */
final class Attributes {

  /** How the model writes the role that migrates. */
  static final String CURRENT_USER = "CURRENT_USER";

  private Attributes() {}

  /**
   * For an object that was just made by the role that runs the script. What default privileges gave
   * it and it shall not have is taken.
   */
  static List<String> ofNew(SchemaObject object, Passage passage) {
    List<String> sql = new ArrayList<>();
    ObjectId id = object.id();
    if (id.kind() == ObjectKind.DEFAULT_PRIVILEGES) {
      return sql;
    }
    String owner = owner(object);
    if (!owner.equals(CURRENT_USER)) {
      sql.add(ownerTo(id, owner));
    }
    if (object.text(Property.COMMENT).isPresent()) {
      sql.add(comment(object, passage));
    }
    Grants given = DefaultPrivilegesWriter.given(id, passage).handedOver(CURRENT_USER, owner);
    sql.addAll(statements(id).between(given, Grants.of(object.list(Property.GRANTS))));
    return sql;
  }

  /** For an object that is there and stays. */
  static List<String> change(SchemaObject from, SchemaObject to, Passage passage) {
    List<String> sql = new ArrayList<>();
    if (to.kind() == ObjectKind.DEFAULT_PRIVILEGES) {
      return sql;
    }
    boolean follows =
        from.text(Property.OWNED_BY).isPresent() && to.text(Property.OWNED_BY).isPresent();
    if (!owner(from).equals(owner(to)) && !follows) {
      sql.add(ownerTo(to.id(), owner(to)));
    }
    if (!from.text(Property.COMMENT).equals(to.text(Property.COMMENT))) {
      sql.add(comment(to, passage));
    }
    Grants before = Grants.of(from.list(Property.GRANTS)).handedOver(owner(from), owner(to));
    List<String> grants = statements(to.id()).between(before, Grants.of(to.list(Property.GRANTS)));
    sql.addAll(grants);
    if (to.kind().isRelation() && grants.stream().anyMatch(grant -> grant.startsWith("REVOKE"))) {
      sql.addAll(columnGrants(to.id(), passage));
    }
    return sql;
  }

  /**
   * What is granted on columns that stay: a REVOKE on a relation takes the same privilege on its
   * columns, too.
   */
  private static List<String> columnGrants(ObjectId relation, Passage passage) {
    List<String> sql = new ArrayList<>();
    for (SchemaObject column : passage.to().parts(relation, ObjectKind.COLUMN)) {
      if (passage.from().has(column.id())) {
        sql.addAll(
            statements(column.id())
                .between(Grants.of(List.of()), Grants.of(column.list(Property.GRANTS))));
      }
    }
    return sql;
  }

  private static String owner(SchemaObject object) {
    return object.text(Property.OWNER).orElse(CURRENT_USER);
  }

  private static String ownerTo(ObjectId id, String owner) {
    return "ALTER " + Address.of(id) + " OWNER TO " + owner;
  }

  private static String comment(SchemaObject object, Passage passage) {
    ObjectId id = object.id();
    boolean ofDomain =
        id.kind() == ObjectKind.CONSTRAINT
            && passage
                .to()
                .whole(id)
                .or(() -> passage.from().whole(id))
                .filter(whole -> whole.kind() == ObjectKind.DOMAIN)
                .isPresent();
    String address =
        ofDomain
            ? "CONSTRAINT " + Quoted.name(id.name()) + " ON DOMAIN " + Address.whole(id)
            : Address.of(id);
    return "COMMENT ON "
        + address
        + " IS "
        + object.text(Property.COMMENT).map(Quoted::text).orElse("NULL");
  }

  private static GrantStatements statements(ObjectId id) {
    return switch (id.kind()) {
      case COLUMN -> GrantStatements.onColumn(Address.whole(id), id.name());
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW ->
          GrantStatements.on("TABLE " + Address.name(id));
      case FOREIGN_SERVER -> GrantStatements.on("FOREIGN " + Address.of(id));
      // GRANT takes an aggregate for a function.
      case AGGREGATE -> GrantStatements.on("FUNCTION " + Quoted.name(id.path()) + id.signature());
      default -> GrantStatements.on(Address.of(id));
    };
  }
}
