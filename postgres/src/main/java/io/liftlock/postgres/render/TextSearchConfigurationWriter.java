package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Text search configurations: a parser, and the dictionaries that each kind of token goes to. */
final class TextSearchConfigurationWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    List<String> sql = new ArrayList<>();
    sql.add(
        "CREATE "
            + Address.of(object.id())
            + " (PARSER = "
            + object.text(Property.PARSER).orElseThrow()
            + ")");
    mappings(object).forEach((token, dictionaries) -> sql.add(add(object, token, dictionaries)));
    return sql;
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    SchemaObject to = change.to();
    if (change.properties().contains(Property.PARSER)) {
      return Optional.empty();
    }
    Map<String, String> before = mappings(change.from());
    Map<String, String> after = mappings(to);
    List<String> sql = new ArrayList<>();
    before.keySet().stream()
        .filter(token -> !after.containsKey(token))
        .forEach(token -> sql.add(alter(to, "DROP MAPPING FOR " + token)));
    after.forEach(
        (token, dictionaries) -> {
          if (!before.containsKey(token)) {
            sql.add(add(to, token, dictionaries));
          } else if (!dictionaries.equals(before.get(token))) {
            sql.add(alter(to, "ALTER MAPPING FOR " + token + " WITH " + dictionaries));
          }
        });
    return Optional.of(sql);
  }

  private static String add(SchemaObject configuration, String token, String dictionaries) {
    return alter(configuration, "ADD MAPPING FOR " + token + " WITH " + dictionaries);
  }

  private static String alter(SchemaObject configuration, String action) {
    return "ALTER " + Address.of(configuration.id()) + " " + action;
  }

  /** By token type, as {@code token: dictionary, dictionary} says them. */
  private static Map<String, String> mappings(SchemaObject configuration) {
    Map<String, String> mappings = new LinkedHashMap<>();
    for (String mapping : configuration.list(Property.MAPPINGS)) {
      int colon = mapping.indexOf(": ");
      mappings.put(mapping.substring(0, colon), mapping.substring(colon + 2));
    }
    return mappings;
  }
}
