package io.liftlock.postgres.render;

import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Storage parameters and the like: each {@code name=value}, as the catalog has them. */
final class Options {

  private Options() {}

  /** Those among a column's options; the others are a foreign data wrapper's. */
  static List<String> in(List<String> options) {
    List<String> foreign = ForeignOptions.in(options);
    return options.stream().filter(option -> !foreign.contains(option)).toList();
  }

  /** In parentheses: {@code (fillfactor='70', toast.autovacuum_enabled='off')}. */
  static String list(List<String> options) {
    List<String> parts = new ArrayList<>();
    parse(options).forEach((name, value) -> parts.add(name + "=" + Quoted.text(value)));
    return "(" + String.join(", ", parts) + ")";
  }

  /** SET with all of them. */
  static String set(List<String> options) {
    return "SET " + list(options);
  }

  /** SET and RESET of what differs. */
  static List<String> change(List<String> from, List<String> to) {
    Map<String, String> before = parse(from);
    Map<String, String> after = parse(to);
    List<String> gone = before.keySet().stream().filter(name -> !after.containsKey(name)).toList();
    List<String> set = to.stream().filter(option -> !from.contains(option)).toList();
    List<String> changes = new ArrayList<>();
    if (!gone.isEmpty()) {
      changes.add("RESET (" + String.join(", ", gone) + ")");
    }
    if (!set.isEmpty()) {
      changes.add(set(set));
    }
    return changes;
  }

  private static Map<String, String> parse(List<String> options) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String option : options) {
      int equals = option.indexOf('=');
      values.put(
          equals < 0 ? option : option.substring(0, equals),
          equals < 0 ? "true" : option.substring(equals + 1));
    }
    return values;
  }
}
