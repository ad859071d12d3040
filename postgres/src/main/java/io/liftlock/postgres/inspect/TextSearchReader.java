package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;

/** Reads the objects of text search. */
final class TextSearchReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    String parsers =
        query(
            "pg_ts_parser",
            "prs",
            """
            pg_catalog.concat_ws(', ', 'START = ' || o.prsstart::text,
              'GETTOKEN = ' || o.prstoken::text, 'END = ' || o.prsend::text,
              'LEXTYPES = ' || o.prslextype::text,
              CASE WHEN o.prsheadline <> 0::pg_catalog.oid
                   THEN 'HEADLINE = ' || o.prsheadline::text END), NULL\
            """);
    String templates =
        query(
            "pg_ts_template",
            "tmpl",
            """
            pg_catalog.concat_ws(', ',
              CASE WHEN o.tmplinit <> 0::pg_catalog.oid THEN 'INIT = ' || o.tmplinit::text END,
              'LEXIZE = ' || o.tmpllexize::text), NULL\
            """);
    String dictionaries =
        query(
            "pg_ts_dict",
            "dict",
            """
            (SELECT pg_catalog.format('%I.%I', tn.nspname, t.tmplname)
               FROM pg_catalog.pg_ts_template t
               JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace
              WHERE t.oid = o.dicttemplate), o.dictinitoption\
            """);
    String configurations =
        query(
            "pg_ts_config",
            "cfg",
            """
            (SELECT pg_catalog.format('%I.%I', pn.nspname, p.prsname)
               FROM pg_catalog.pg_ts_parser p
               JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace
              WHERE p.oid = o.cfgparser), NULL\
            """);
    String mappings =
        """
        SELECT l.mapcfg, pg_catalog.array_agg(l.line)
          FROM (SELECT m.mapcfg,
                       pg_catalog.quote_ident(t.alias) || ': ' || pg_catalog.string_agg(
                         pg_catalog.format('%%I.%%I', dn.nspname, d.dictname), ', '
                         ORDER BY m.mapseqno) AS line
                  FROM pg_catalog.pg_ts_config_map m
                  JOIN pg_catalog.pg_ts_config c ON c.oid = m.mapcfg
                  JOIN pg_catalog.pg_ts_dict d ON d.oid = m.mapdict
                  JOIN pg_catalog.pg_namespace dn ON dn.oid = d.dictnamespace
                 CROSS JOIN LATERAL pg_catalog.ts_token_type(c.cfgparser) t
                 WHERE m.mapcfg >= %d AND t.tokid = m.maptokentype
                 GROUP BY m.mapcfg, t.alias) l
         GROUP BY l.mapcfg
        """
            .formatted(Conditions.FIRST_OID);
    return List.of(parsers, templates, dictionaries, configurations, mappings);
  }

  private static String query(String catalog, String prefix, String columns) {
    return """
    SELECT o.oid, n.nspname, o.%2$sname, %3$s
      FROM pg_catalog.%1$s o
      JOIN pg_catalog.pg_namespace n ON n.oid = o.%2$snamespace
     WHERE o.oid >= %4$d AND %5$s AND %6$s
    """
        .formatted(
            catalog,
            prefix,
            columns,
            Conditions.FIRST_OID,
            Scope.people("n"),
            Scope.noMember(catalog, "o.oid"));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    read(
        answers.get(0),
        "pg_ts_parser",
        ObjectKind.TEXT_SEARCH_PARSER,
        Property.DEFINITION,
        inventory);
    read(
        answers.get(1),
        "pg_ts_template",
        ObjectKind.TEXT_SEARCH_TEMPLATE,
        Property.DEFINITION,
        inventory);
    read(
        answers.get(2),
        "pg_ts_dict",
        ObjectKind.TEXT_SEARCH_DICTIONARY,
        Property.TEMPLATE,
        inventory);
    read(
        answers.get(3),
        "pg_ts_config",
        ObjectKind.TEXT_SEARCH_CONFIGURATION,
        Property.PARSER,
        inventory);
    Rows mappings = answers.get(4);
    for (int row = 0; row < mappings.size(); row++) {
      List<String> lines = mappings.sorted(row, 1);
      inventory
          .own("pg_ts_config", mappings.number(row, 0), 0)
          .ifPresent(configuration -> configuration.set(Property.MAPPINGS, lines));
    }
  }

  private static void read(
      Rows rows, String catalog, ObjectKind kind, Property main, Inventory inventory) {
    for (int row = 0; row < rows.size(); row++) {
      inventory
          .add(
              catalog,
              rows.number(row, 0),
              0,
              ObjectId.of(kind, rows.required(row, 1), rows.required(row, 2)))
          .set(main, rows.text(row, 3))
          .set(Property.OPTIONS, rows.text(row, 4));
    }
  }
}
