package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.ArrayList;
import java.util.List;

/** Reads collations. The version of the library behind them is the machine's, not people's. */
final class CollationReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    String locale = "NULL";
    if (scope.since(17)) {
      locale = "c.colllocale";
    } else if (scope.since(15)) {
      locale = "c.colliculocale";
    }
    return List.of(
        """
        SELECT c.oid, n.nspname, c.collname,
               CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' WHEN 'b' THEN 'builtin'
                    ELSE 'default' END,
               COALESCE(%s, c.collcollate), NULLIF(c.collctype, c.collcollate),
               CASE WHEN NOT c.collisdeterministic THEN 'false' END, %s
          FROM pg_catalog.pg_collation c
          JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
         WHERE c.oid >= %d AND %s AND %s
        """
            .formatted(
                locale,
                scope.since(16) ? "c.collicurules" : "NULL",
                Conditions.FIRST_OID,
                Scope.people("n"),
                Scope.noMember("pg_collation", "c.oid")));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      List<String> locale = new ArrayList<>(List.of(rows.required(row, 4)));
      String characterType = rows.text(row, 5);
      if (characterType != null) {
        locale.add(characterType);
      }
      inventory
          .add(
              "pg_collation",
              rows.number(row, 0),
              0,
              ObjectId.of(ObjectKind.COLLATION, rows.required(row, 1), rows.required(row, 2)))
          .set(Property.PROVIDER, rows.text(row, 3))
          .set(Property.LOCALE, locale)
          .set(Property.DETERMINISTIC, rows.text(row, 6))
          .set(Property.RULES, rows.text(row, 7));
    }
  }
}
