package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;

/** Reads operators and casts. A shell that only waits for its operator is none. */
final class OperatorReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    String operators =
        """
        SELECT o.oid, n.nspname, o.oprname,
               '(' || CASE o.oprleft WHEN 0 THEN 'NONE'
                           ELSE pg_catalog.format_type(o.oprleft, NULL) END
                   || ', ' || pg_catalog.format_type(o.oprright, NULL) || ')',
               pg_catalog.concat_ws(', ',
                 'FUNCTION = ' || o.oprcode::text,
                 CASE WHEN o.oprleft <> 0
                      THEN 'LEFTARG = ' || pg_catalog.format_type(o.oprleft, NULL) END,
                 'RIGHTARG = ' || pg_catalog.format_type(o.oprright, NULL),
                 'COMMUTATOR = OPERATOR(' || pg_catalog.quote_ident(cn.nspname) || '.'
                   || c.oprname || ')',
                 'NEGATOR = OPERATOR(' || pg_catalog.quote_ident(gn.nspname) || '.'
                   || g.oprname || ')',
                 CASE WHEN o.oprrest <> 0::pg_catalog.oid
                      THEN 'RESTRICT = ' || o.oprrest::text END,
                 CASE WHEN o.oprjoin <> 0::pg_catalog.oid
                      THEN 'JOIN = ' || o.oprjoin::text END,
                 CASE WHEN o.oprcanhash THEN 'HASHES' END,
                 CASE WHEN o.oprcanmerge THEN 'MERGES' END)
          FROM pg_catalog.pg_operator o
          JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
          LEFT JOIN pg_catalog.pg_operator c ON c.oid = o.oprcom
          LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.oprnamespace
          LEFT JOIN pg_catalog.pg_operator g ON g.oid = o.oprnegate
          LEFT JOIN pg_catalog.pg_namespace gn ON gn.oid = g.oprnamespace
         WHERE o.oid >= %d AND o.oprcode <> 0::pg_catalog.oid AND %s AND %s
        """
            .formatted(
                Conditions.FIRST_OID, Scope.people("n"), Scope.noMember("pg_operator", "o.oid"));
    String casts =
        """
        SELECT c.oid,
               '(' || pg_catalog.format_type(c.castsource, NULL) || ' AS '
                   || pg_catalog.format_type(c.casttarget, NULL) || ')',
               CASE c.castmethod
                    WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::pg_catalog.regprocedure::text
                    WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END
               || CASE c.castcontext WHEN 'i' THEN ' AS IMPLICIT' WHEN 'a' THEN ' AS ASSIGNMENT'
                                     ELSE '' END
          FROM pg_catalog.pg_cast c
         WHERE c.oid >= %d AND %s
        """
            .formatted(
                Conditions.FIRST_OID,
                Scope.noMember("pg_cast", "c.oid")
                    + " AND "
                    + Conditions.noPart("pg_cast", "c.oid"));
    return List.of(operators, casts);
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows operators = answers.get(0);
    for (int row = 0; row < operators.size(); row++) {
      inventory
          .add(
              "pg_operator",
              operators.number(row, 0),
              0,
              new ObjectId(
                  ObjectKind.OPERATOR,
                  List.of(operators.required(row, 1), operators.required(row, 2)),
                  operators.required(row, 3)))
          .set(Property.DEFINITION, operators.text(row, 4));
    }
    Rows casts = answers.get(1);
    for (int row = 0; row < casts.size(); row++) {
      inventory
          .add(
              "pg_cast",
              casts.number(row, 0),
              0,
              new ObjectId(ObjectKind.CAST, List.of(), casts.required(row, 1)))
          .set(Property.DEFINITION, casts.text(row, 2));
    }
  }
}
