package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;

/** Reads range types, each with its multirange type. */
final class RangeReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    return List.of(
        """
        SELECT t.oid, n.nspname, t.typname, t.oid, t.typarray, m.oid, m.typarray,
               pg_catalog.format_type(r.rngsubtype, NULL),
               pg_catalog.concat_ws(', ',
                 'subtype = ' || pg_catalog.format_type(r.rngsubtype, NULL),
                 CASE WHEN NOT o.opcdefault
                      THEN 'subtype_opclass = '
                           || pg_catalog.quote_ident(on_.nspname) || '.'
                           || pg_catalog.quote_ident(o.opcname) END,
                 CASE WHEN r.rngcollation <> s.typcollation
                      THEN 'collation = ' || r.rngcollation::pg_catalog.regcollation END,
                 CASE WHEN r.rngcanonical <> 0 THEN 'canonical = ' || r.rngcanonical END,
                 CASE WHEN r.rngsubdiff <> 0 THEN 'subtype_diff = ' || r.rngsubdiff END,
                 'multirange_type_name = ' || pg_catalog.format_type(m.oid, NULL))
          FROM pg_catalog.pg_range r
          JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid
          JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
          JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid
          JOIN pg_catalog.pg_type s ON s.oid = r.rngsubtype
          JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
          JOIN pg_catalog.pg_namespace on_ ON on_.oid = o.opcnamespace
         WHERE %s\
        """
            .formatted(Scope.people("n")));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      if (!inventory.isMember("pg_type", rows.number(row, 0))) {
        ObjectId id =
            ObjectId.of(ObjectKind.RANGE_TYPE, rows.required(row, 1), rows.required(row, 2));
        inventory
            .add("pg_type", rows.number(row, 0), 0, id)
            .set(Property.SUBTYPE, rows.text(row, 7))
            .set(Property.DEFINITION, rows.text(row, 8));
        RowType.alias(rows, row, 3, inventory, id);
        RowType.alias(rows, row, 5, inventory, id);
      }
    }
  }
}
