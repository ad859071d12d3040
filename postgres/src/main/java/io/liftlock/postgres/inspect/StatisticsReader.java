package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;

/** Reads extended statistics. */
final class StatisticsReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    return List.of(
        """
        SELECT s.oid, n.nspname, s.stxname,
               -- The server prints the columns as they stand in the table, whatever was asked for.
               pg_catalog.replace(
                 pg_catalog.pg_get_statisticsobjdef(s.oid), ' ON ' || c.printed, ' ON ' || c.sorted),
               -- Until 16, -1 stood for none.
               NULLIF(s.stxstattarget, -1), s.stxrelid
          FROM pg_catalog.pg_statistic_ext s
          JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
         CROSS JOIN LATERAL (
               SELECT COALESCE(pg_catalog.string_agg(
                        pg_catalog.quote_ident(a.attname), ', ' ORDER BY k.place), '') AS printed,
                      COALESCE(pg_catalog.string_agg(
                        pg_catalog.quote_ident(a.attname), ', '
                        ORDER BY a.attname COLLATE "C"), '') AS sorted
                 FROM pg_catalog.unnest(s.stxkeys) WITH ORDINALITY AS k(number, place)
                 JOIN pg_catalog.pg_attribute a
                   ON a.attrelid = s.stxrelid AND a.attnum = k.number) c
         WHERE %s AND %s
        """
            .formatted(Scope.people("n"), Scope.noMember("pg_statistic_ext", "s.oid")));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      if (inventory.at("pg_class", rows.number(row, 5), 0).isPresent()) {
        inventory
            .add(
                "pg_statistic_ext",
                rows.number(row, 0),
                0,
                ObjectId.of(ObjectKind.STATISTICS, rows.required(row, 1), rows.required(row, 2)))
            .set(Property.DEFINITION, rows.text(row, 3))
            .set(Property.STATISTICS_TARGET, rows.text(row, 4));
      }
    }
  }
}
