package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what new objects will grant by themselves. */
final class DefaultPrivilegeReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    // Without a schema the list replaces the built-in one; in a schema it is added to that.
    return List.of(
        """
        SELECT d.oid, %s, n.nspname, pg_catalog.quote_ident(n.nspname),
               CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
                    WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS'
                    ELSE 'LARGE OBJECTS' END,
               ARRAY(%s)
          FROM pg_catalog.pg_default_acl d
          LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace
         WHERE d.defaclnamespace = 0 OR %s\
        """
            .formatted(
                Roles.name(scope, "d.defaclrole"),
                Grants.differences(
                    scope,
                    "d.defaclacl",
                    """
                    CASE WHEN d.defaclnamespace = 0
                         THEN pg_catalog.acldefault(
                                CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END,
                                d.defaclrole) END\
                    """),
                Scope.people("n")));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      String role = rows.required(row, 1);
      String command = rows.required(row, 4);
      ObjectId id =
          new ObjectId(
              ObjectKind.DEFAULT_PRIVILEGES,
              List.of(),
              signature(role, rows.text(row, 3), command));
      List<String> grants = rows.sorted(row, 5);
      if (!grants.isEmpty()) {
        inventory
            .add("pg_default_acl", rows.number(row, 0), 0, id)
            .set(Property.OWNER, role)
            .set(Property.SCHEMA, rows.text(row, 2))
            .set(Property.COMMAND, command)
            .set(Property.GRANTS, grants);
      }
    }
  }

  private static String signature(String role, @Nullable String schema, String command) {
    return "(for role "
        + role
        + (schema == null ? "" : " in schema " + schema)
        + " on "
        + command.toLowerCase(Locale.ROOT)
        + ")";
  }
}
