package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;

/** Reads aggregates, whose CREATE the server cannot print. */
final class AggregateReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    return List.of(
        """
        SELECT p.oid, n.nspname, p.proname,
               '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')',
               CASE p.pronargs WHEN 0 THEN '*'
                    ELSE pg_catalog.pg_get_function_arguments(p.oid) END,
               pg_catalog.concat_ws(', ',
                 'SFUNC = ' || a.aggtransfn::text,
                 'STYPE = ' || pg_catalog.format_type(a.aggtranstype, NULL),
                 CASE WHEN a.aggtransspace <> 0 THEN 'SSPACE = ' || a.aggtransspace END,
                 CASE WHEN a.aggfinalfn <> 0::pg_catalog.oid
                      THEN 'FINALFUNC = ' || a.aggfinalfn::text END,
                 CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
                 -- An ordered-set aggregate's final function may write, others' may not.
                 CASE WHEN a.aggfinalfn <> 0::pg_catalog.oid
                       AND a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
                      THEN 'FINALFUNC_MODIFY = ' || %1$s END,
                 CASE WHEN a.aggcombinefn <> 0::pg_catalog.oid
                      THEN 'COMBINEFUNC = ' || a.aggcombinefn::text END,
                 CASE WHEN a.aggserialfn <> 0::pg_catalog.oid
                      THEN 'SERIALFUNC = ' || a.aggserialfn::text END,
                 CASE WHEN a.aggdeserialfn <> 0::pg_catalog.oid
                      THEN 'DESERIALFUNC = ' || a.aggdeserialfn::text END,
                 'INITCOND = ' || pg_catalog.quote_literal(a.agginitval),
                 CASE WHEN a.aggmtransfn <> 0::pg_catalog.oid
                      THEN 'MSFUNC = ' || a.aggmtransfn::text END,
                 CASE WHEN a.aggminvtransfn <> 0::pg_catalog.oid
                      THEN 'MINVFUNC = ' || a.aggminvtransfn::text END,
                 CASE WHEN a.aggmtranstype <> 0
                      THEN 'MSTYPE = ' || pg_catalog.format_type(a.aggmtranstype, NULL) END,
                 CASE WHEN a.aggmtransspace <> 0 THEN 'MSSPACE = ' || a.aggmtransspace END,
                 CASE WHEN a.aggmfinalfn <> 0::pg_catalog.oid
                      THEN 'MFINALFUNC = ' || a.aggmfinalfn::text END,
                 CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
                 CASE WHEN a.aggmfinalfn <> 0::pg_catalog.oid AND a.aggmfinalmodify <> 'r'
                      THEN 'MFINALFUNC_MODIFY = ' || %2$s END,
                 'MINITCOND = ' || pg_catalog.quote_literal(a.aggminitval),
                 'SORTOP = OPERATOR(' || pg_catalog.quote_ident(son.nspname) || '.'
                   || so.oprname || ')',
                 CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE'
                                    WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
                 CASE a.aggkind WHEN 'h' THEN 'HYPOTHETICAL' END)
          FROM pg_catalog.pg_proc p
          JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
          JOIN pg_catalog.pg_aggregate a ON a.aggfnoid = p.oid
          LEFT JOIN pg_catalog.pg_operator so ON so.oid = a.aggsortop
          LEFT JOIN pg_catalog.pg_namespace son ON son.oid = so.oprnamespace
         WHERE p.oid >= %3$d AND %4$s AND %5$s
        """
            .formatted(
                modify("a.aggfinalmodify"),
                modify("a.aggmfinalmodify"),
                Conditions.FIRST_OID,
                Scope.people("n"),
                Scope.noMember("pg_proc", "p.oid")));
  }

  private static String modify(String column) {
    return "CASE %s WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END"
        .formatted(column);
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      inventory
          .add(
              "pg_proc",
              rows.number(row, 0),
              0,
              new ObjectId(
                  ObjectKind.AGGREGATE,
                  List.of(rows.required(row, 1), rows.required(row, 2)),
                  rows.required(row, 3)))
          .set(Property.ARGUMENTS, rows.text(row, 4))
          .set(Property.DEFINITION, rows.text(row, 5));
    }
  }
}
