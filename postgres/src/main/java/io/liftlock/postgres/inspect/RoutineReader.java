package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;

/** Reads functions and procedures. */
final class RoutineReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    return List.of(
        """
        SELECT p.oid, n.nspname, p.proname,
               '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')', p.prokind,
               pg_catalog.rtrim(pg_catalog.pg_get_functiondef(p.oid), E'\\n'),
               pg_catalog.pg_get_function_arguments(p.oid),
               pg_catalog.pg_get_function_result(p.oid),
               l.lanname
          FROM pg_catalog.pg_proc p
          JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
          JOIN pg_catalog.pg_language l ON l.oid = p.prolang
         WHERE p.oid >= %d AND p.prokind <> 'a' AND %s AND %s
        """
            .formatted(
                Conditions.FIRST_OID,
                Scope.people("n"),
                Scope.noMember("pg_proc", "p.oid")
                    + " AND "
                    + Conditions.noPart("pg_proc", "p.oid")));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      ObjectKind kind =
          rows.required(row, 4).equals("p") ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION;
      inventory
          .add(
              "pg_proc",
              rows.number(row, 0),
              0,
              new ObjectId(
                  kind,
                  List.of(rows.required(row, 1), rows.required(row, 2)),
                  rows.required(row, 3)))
          .set(Property.DEFINITION, rows.text(row, 5))
          .set(Property.ARGUMENTS, rows.text(row, 6))
          .set(Property.RETURNS, rows.text(row, 7))
          .set(Property.LANGUAGE, rows.text(row, 8));
    }
  }
}
