package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;

/** Reads publications with what they publish. */
final class PublicationReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    boolean fine = scope.since(15);
    String publications =
        """
        SELECT p.oid, p.pubname, p.puballtables,
               CASE WHEN NOT (p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate)
                    THEN pg_catalog.array_remove(ARRAY[
                           CASE WHEN NOT (p.pubinsert OR p.pubupdate OR p.pubdelete
                                          OR p.pubtruncate) THEN 'none' END,
                           CASE WHEN p.pubinsert THEN 'insert' END,
                           CASE WHEN p.pubupdate THEN 'update' END,
                           CASE WHEN p.pubdelete THEN 'delete' END,
                           CASE WHEN p.pubtruncate THEN 'truncate' END], NULL) END,
               pg_catalog.array_remove(ARRAY[%s
                 CASE WHEN p.pubviaroot THEN 'publish_via_partition_root=true' END], NULL),
               ARRAY(SELECT r.prrelid::pg_catalog.regclass::text%s
                       FROM pg_catalog.pg_publication_rel r WHERE r.prpubid = p.oid),
               ARRAY(%s)
          FROM pg_catalog.pg_publication p
         WHERE %s\
        """
            .formatted(
                scope.since(18)
                    ? "CASE p.pubgencols WHEN 's' THEN 'publish_generated_columns=stored' END,"
                    : "",
                fine ? COLUMNS_AND_ROWS : "",
                fine ? SCHEMAS : "SELECT ''::text WHERE false",
                Scope.noMember("pg_publication", "p.oid"));
    String tables = "SELECT r.oid, r.prpubid FROM pg_catalog.pg_publication_rel r";
    String schemas = "SELECT s.oid, s.pnpubid FROM pg_catalog.pg_publication_namespace s";
    return fine ? List.of(publications, tables, schemas) : List.of(publications, tables);
  }

  private static final String COLUMNS_AND_ROWS =
      """
       || COALESCE((SELECT ' (' || pg_catalog.string_agg(
                              pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attname) || ')'
                      FROM pg_catalog.pg_attribute a
                     WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)), '')
        || COALESCE(' WHERE (' || pg_catalog.pg_get_expr(r.prqual, r.prrelid) || ')', '')\
      """;

  private static final String SCHEMAS =
      """
      SELECT n.nspname::text
        FROM pg_catalog.pg_publication_namespace s
        JOIN pg_catalog.pg_namespace n ON n.oid = s.pnnspid
       WHERE s.pnpubid = p.oid\
      """;

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      inventory
          .add(
              "pg_publication",
              rows.number(row, 0),
              0,
              ObjectId.of(ObjectKind.PUBLICATION, rows.required(row, 1)))
          .set(Property.TABLES, rows.isTrue(row, 2) ? List.of("ALL TABLES") : rows.sorted(row, 5))
          .set(Property.OPERATIONS, rows.list(row, 3))
          .set(Property.OPTIONS, rows.sorted(row, 4))
          .set(Property.SCHEMAS, rows.sorted(row, 6));
    }
    alias(answers.get(1), "pg_publication_rel", inventory);
    if (answers.size() > 2) {
      alias(answers.get(2), "pg_publication_namespace", inventory);
    }
  }

  /** What a member stands on, its publication stands on. */
  private static void alias(Rows members, String catalog, Inventory inventory) {
    for (int row = 0; row < members.size(); row++) {
      long oid = members.number(row, 0);
      inventory
          .at("pg_publication", members.number(row, 1), 0)
          .ifPresent(publication -> inventory.alias(catalog, oid, 0, publication));
    }
  }
}
