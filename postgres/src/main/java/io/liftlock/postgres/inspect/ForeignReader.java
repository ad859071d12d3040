package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;

/** Reads foreign data wrappers and servers. User mappings are never looked into. */
final class ForeignReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    String wrappers =
        """
        SELECT w.oid, w.fdwname,
               CASE WHEN w.fdwhandler <> 0 THEN w.fdwhandler::pg_catalog.regproc::text END,
               CASE WHEN w.fdwvalidator <> 0 THEN w.fdwvalidator::pg_catalog.regproc::text END,
               %s
          FROM pg_catalog.pg_foreign_data_wrapper w
         WHERE %s
        """
            .formatted(options("w.fdwoptions"), Scope.noMember("pg_foreign_data_wrapper", "w.oid"));
    String servers =
        """
        SELECT s.oid, s.srvname, w.fdwname, s.srvtype, s.srvversion, %s
          FROM pg_catalog.pg_foreign_server s
          JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
         WHERE %s
        """
            .formatted(options("s.srvoptions"), Scope.noMember("pg_foreign_server", "s.oid"));
    return List.of(wrappers, servers);
  }

  private static String options(String column) {
    return """
    ARRAY(SELECT pg_catalog.quote_ident(o.option_name) || ' '
                 || pg_catalog.quote_literal(o.option_value)
            FROM pg_catalog.pg_options_to_table(%s) o)\
    """
        .formatted(column);
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows wrappers = answers.get(0);
    for (int row = 0; row < wrappers.size(); row++) {
      inventory
          .add(
              "pg_foreign_data_wrapper",
              wrappers.number(row, 0),
              0,
              ObjectId.of(ObjectKind.FOREIGN_DATA_WRAPPER, wrappers.required(row, 1)))
          .set(Property.HANDLER, wrappers.text(row, 2))
          .set(Property.VALIDATOR, wrappers.text(row, 3))
          .set(Property.OPTIONS, wrappers.sorted(row, 4));
    }
    Rows servers = answers.get(1);
    for (int row = 0; row < servers.size(); row++) {
      inventory
          .add(
              "pg_foreign_server",
              servers.number(row, 0),
              0,
              ObjectId.of(ObjectKind.FOREIGN_SERVER, servers.required(row, 1)))
          .set(Property.WRAPPER, servers.text(row, 2))
          .set(Property.TYPE, servers.text(row, 3))
          .set(Property.VERSION, servers.text(row, 4))
          .set(Property.OPTIONS, servers.sorted(row, 5));
    }
  }
}
