package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads who owns what, where that is not the home role; for everything that was read. */
final class OwnerReader implements CatalogReader {

  /** The catalogs of what the model gives an owner, and their columns. */
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          Map.entry("pg_namespace", "nspowner"),
          Map.entry("pg_class", "relowner"),
          Map.entry("pg_type", "typowner"),
          Map.entry("pg_proc", "proowner"),
          Map.entry("pg_operator", "oprowner"),
          Map.entry("pg_collation", "collowner"),
          Map.entry("pg_statistic_ext", "stxowner"),
          Map.entry("pg_event_trigger", "evtowner"),
          Map.entry("pg_publication", "pubowner"),
          Map.entry("pg_foreign_data_wrapper", "fdwowner"),
          Map.entry("pg_foreign_server", "srvowner"),
          Map.entry("pg_ts_dict", "dictowner"),
          Map.entry("pg_ts_config", "cfgowner"));

  private static final List<String> CATALOGS = OWNERS.keySet().stream().sorted().toList();

  @Override
  public List<String> queries(Scope scope) {
    List<String> queries = new ArrayList<>();
    for (String catalog : CATALOGS) {
      queries.add(
          """
          SELECT o.oid, %s FROM pg_catalog.%s o WHERE %s
          """
              .formatted(
                  Roles.name(scope, "o." + OWNERS.get(catalog)), catalog, condition(catalog)));
    }
    return queries;
  }

  private static String condition(String catalog) {
    return switch (catalog) {
      case "pg_namespace" -> "true";
      // An index has the owner of its table, always.
      case "pg_class" -> "o.relkind NOT IN ('i', 'I') AND o.oid >= " + Conditions.FIRST_OID;
      default -> "o.oid >= " + Conditions.FIRST_OID;
    };
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    for (int i = 0; i < CATALOGS.size(); i++) {
      Rows rows = answers.get(i);
      for (int row = 0; row < rows.size(); row++) {
        String owner = rows.required(row, 1);
        inventory
            .own(CATALOGS.get(i), rows.number(row, 0), 0)
            .ifPresent(object -> object.set(Property.OWNER, owner));
      }
    }
  }
}
