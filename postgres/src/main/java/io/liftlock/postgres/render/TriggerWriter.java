package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Triggers. A new definition switches a trigger on again, so its state is said behind it. */
final class TriggerWriter implements KindWriter {

  private static final String CREATE = "CREATE TRIGGER ";

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
    String state = state(change.from());
    if (!definition(to).equals(definition(change.from()))) {
      if (!definition(to).startsWith(CREATE) || !definition(change.from()).startsWith(CREATE)) {
        // PostgreSQL has no CREATE OR REPLACE CONSTRAINT TRIGGER.
        return Optional.empty();
      }
      sql.add("CREATE OR REPLACE TRIGGER " + definition(to).substring(CREATE.length()));
      state = Enabling.USUAL;
    }
    enable(state, to, sql);
    return Optional.of(sql);
  }

  private static void enable(String state, SchemaObject to, List<String> sql) {
    if (!state(to).equals(state)) {
      sql.add(
          "ALTER TABLE "
              + Address.whole(to.id())
              + " "
              + Enabling.verb(state(to))
              + " TRIGGER "
              + Quoted.name(to.id().name()));
    }
  }

  private static String definition(SchemaObject trigger) {
    return trigger.text(Property.DEFINITION).orElseThrow();
  }

  private static String state(SchemaObject trigger) {
    return trigger.text(Property.ENABLED).orElse(Enabling.USUAL);
  }
}
