package io.liftlock.postgres.inspect;

import java.util.List;

/** Reads which objects are members of which extension: those are the extension's business. */
final class MemberReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    return List.of(
        """
        SELECT k.relname, d.objid, d.refobjid
          FROM pg_catalog.pg_depend d
          JOIN pg_catalog.pg_class k ON k.oid = d.classid
         WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
           AND d.deptype = 'e'\
        """);
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      inventory.member(rows.required(row, 0), rows.number(row, 1), rows.number(row, 2));
    }
  }
}
