package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;
import java.util.Optional;

/** Reads the policies of row level security. */
final class PolicyReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    return List.of(
        """
        SELECT p.oid, p.polrelid, p.polname,
               CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                             WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
               CASE WHEN NOT p.polpermissive THEN 'false' END,
               pg_catalog.pg_get_expr(p.polqual, p.polrelid),
               pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid),
               ARRAY(SELECT %s FROM pg_catalog.unnest(p.polroles) AS r(role) WHERE r.role <> 0)
          FROM pg_catalog.pg_policy p\
        """
            .formatted(Roles.name(scope, "r.role")));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      Optional<ObjectId> table = inventory.at("pg_class", rows.number(row, 1), 0);
      if (table.isPresent()) {
        inventory
            .add(
                "pg_policy",
                rows.number(row, 0),
                0,
                table.get().part(ObjectKind.POLICY, rows.required(row, 2)))
            .set(Property.COMMAND, rows.text(row, 3))
            .set(Property.PERMISSIVE, rows.text(row, 4))
            .set(Property.ROLES, rows.sorted(row, 7))
            .set(Property.USING, rows.text(row, 5))
            .set(Property.WITH_CHECK, rows.text(row, 6));
      }
    }
  }
}
