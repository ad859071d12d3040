package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the privileges of everything that was read. Thousands of tables share few lists of them, so
 * each list is taken apart once.
 */
final class GrantReader implements CatalogReader {

  /**
   * A catalog with privileges.
   *
   * @param catalog its name
   * @param column the column's number, an expression
   * @param from where to read, with {@code o} for the catalog
   * @param acl the privileges, an expression
   * @param owner the owner, an expression
   * @param kind what {@code acldefault} calls it, an expression
   */
  private record Source(
      String catalog, String column, String from, String acl, String owner, String kind) {

    String condition() {
      return acl
          + " IS NOT NULL"
          + (catalog.equals("pg_namespace") ? "" : " AND o.oid >= " + Conditions.FIRST_OID);
    }
  }

  private static final List<Source> SOURCES =
      List.of(
          new Source("pg_namespace", "0", "pg_namespace o", "o.nspacl", "o.nspowner", "'n'"),
          new Source(
              "pg_class",
              "0",
              "pg_class o",
              "o.relacl",
              "o.relowner",
              "CASE o.relkind WHEN 'S' THEN 's' ELSE 'r' END"),
          new Source(
              "pg_class",
              "c.attnum",
              "pg_attribute c JOIN pg_catalog.pg_class o ON o.oid = c.attrelid",
              "c.attacl",
              "o.relowner",
              "'c'"),
          new Source("pg_type", "0", "pg_type o", "o.typacl", "o.typowner", "'T'"),
          new Source("pg_proc", "0", "pg_proc o", "o.proacl", "o.proowner", "'f'"),
          new Source(
              "pg_foreign_data_wrapper",
              "0",
              "pg_foreign_data_wrapper o",
              "o.fdwacl",
              "o.fdwowner",
              "'F'"),
          new Source(
              "pg_foreign_server", "0", "pg_foreign_server o", "o.srvacl", "o.srvowner", "'S'"));

  @Override
  public List<String> queries(Scope scope) {
    List<String> queries = new ArrayList<>();
    for (Source source : SOURCES) {
      queries.add(
          """
          SELECT o.oid, %s, pg_catalog.concat_ws(' ', %s, %s, %s)
            FROM pg_catalog.%s
           WHERE %s\
          """
              .formatted(
                  source.column,
                  source.kind,
                  source.owner,
                  source.acl,
                  source.from,
                  source.condition()));
      queries.add(
          """
          SELECT pg_catalog.concat_ws(' ', l.kind, l.owner, l.acl), ARRAY(%s)
            FROM (SELECT DISTINCT %s AS kind, %s AS owner, %s AS acl
                    FROM pg_catalog.%s
                   WHERE %s) l\
          """
              .formatted(
                  Grants.differences(
                      scope, "l.acl", "pg_catalog.acldefault(l.kind::\"char\", l.owner)"),
                  source.kind,
                  source.owner,
                  source.acl,
                  source.from,
                  source.condition()));
    }
    return queries;
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    for (int i = 0; i < SOURCES.size(); i++) {
      String catalog = SOURCES.get(i).catalog;
      Map<String, List<String>> lists = new HashMap<>();
      Rows distinct = answers.get(2 * i + 1);
      for (int row = 0; row < distinct.size(); row++) {
        lists.put(distinct.required(row, 0), distinct.sorted(row, 1));
      }
      Rows rows = answers.get(2 * i);
      for (int row = 0; row < rows.size(); row++) {
        List<String> grants = lists.getOrDefault(rows.required(row, 2), List.of());
        inventory
            .own(catalog, rows.number(row, 0), (int) rows.number(row, 1))
            .ifPresent(object -> object.set(Property.GRANTS, grants));
      }
    }
  }
}
