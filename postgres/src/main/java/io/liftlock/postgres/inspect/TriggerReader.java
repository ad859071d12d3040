package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;
import java.util.Optional;

/** Reads triggers, rules and event triggers: what runs by itself. */
final class TriggerReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    String triggers =
        """
        SELECT t.oid, t.tgrelid, t.tgname, pg_catalog.pg_get_triggerdef(t.oid), %s
          FROM pg_catalog.pg_trigger t
         WHERE t.tgrelid >= %d AND NOT t.tgisinternal AND t.tgparentid = 0 AND %s
        """
            .formatted(
                enabled("t.tgenabled"),
                Conditions.FIRST_OID,
                Scope.noMember("pg_trigger", "t.oid"));
    String rules =
        """
        SELECT r.oid, r.ev_class, r.rulename,
               pg_catalog.rtrim(pg_catalog.pg_get_ruledef(r.oid), ';'), %s
          FROM pg_catalog.pg_rewrite r
         WHERE r.ev_class >= %d AND r.rulename <> '_RETURN' AND %s
        """
            .formatted(
                enabled("r.ev_enabled"),
                Conditions.FIRST_OID,
                Scope.noMember("pg_rewrite", "r.oid"));
    String eventTriggers =
        """
        SELECT e.oid, e.evtname, e.evtevent, e.evttags,
               e.evtfoid::pg_catalog.regproc::text, %s
          FROM pg_catalog.pg_event_trigger e
         WHERE %s
        """
            .formatted(enabled("e.evtenabled"), Scope.noMember("pg_event_trigger", "e.oid"));
    return List.of(triggers, rules, eventTriggers);
  }

  private static String enabled(String column) {
    return "CASE %s WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END"
        .formatted(column);
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    readParts(answers.get(0), "pg_trigger", ObjectKind.TRIGGER, inventory);
    readParts(answers.get(1), "pg_rewrite", ObjectKind.RULE, inventory);
    Rows rows = answers.get(2);
    for (int row = 0; row < rows.size(); row++) {
      inventory
          .add(
              "pg_event_trigger",
              rows.number(row, 0),
              0,
              ObjectId.of(ObjectKind.EVENT_TRIGGER, rows.required(row, 1)))
          .set(Property.EVENT, rows.text(row, 2))
          .set(Property.TAGS, rows.sorted(row, 3))
          .set(Property.FUNCTION, rows.text(row, 4))
          .set(Property.ENABLED, rows.text(row, 5));
    }
  }

  private static void readParts(Rows rows, String catalog, ObjectKind kind, Inventory inventory) {
    for (int row = 0; row < rows.size(); row++) {
      Optional<ObjectId> whole = inventory.at("pg_class", rows.number(row, 1), 0);
      if (whole.isPresent()) {
        inventory
            .add(catalog, rows.number(row, 0), 0, whole.get().part(kind, rows.required(row, 2)))
            .set(Property.DEFINITION, rows.text(row, 3))
            .set(Property.ENABLED, rows.text(row, 4));
      }
    }
  }
}
