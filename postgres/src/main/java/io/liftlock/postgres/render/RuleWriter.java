package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules. A new definition leaves a rule switched as it was. */
final class RuleWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    List<String> sql = new ArrayList<>();
    sql.add(definition(object));
    enable(Enabling.USUAL, object, sql);
    return sql;
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    SchemaObject to = change.to();
    List<String> sql = new ArrayList<>();
    if (!definition(to).equals(definition(change.from()))) {
      sql.add("CREATE OR REPLACE " + definition(to).substring("CREATE ".length()));
    }
    enable(state(change.from()), to, sql);
    return Optional.of(sql);
  }

  private static void enable(String state, SchemaObject to, List<String> sql) {
    if (!state(to).equals(state)) {
      sql.add(
          "ALTER TABLE "
              + Address.whole(to.id())
              + " "
              + Enabling.verb(state(to))
              + " RULE "
              + Quoted.name(to.id().name()));
    }
  }

  private static String definition(SchemaObject rule) {
    return rule.text(Property.DEFINITION).orElseThrow();
  }

  private static String state(SchemaObject rule) {
    return rule.text(Property.ENABLED).orElse(Enabling.USUAL);
  }
}
