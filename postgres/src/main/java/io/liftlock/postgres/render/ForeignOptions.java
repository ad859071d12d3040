package io.liftlock.postgres.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of wrappers, servers, foreign tables and their columns: {@code name 'value'}. */
final class ForeignOptions {

  private ForeignOptions() {}

  /** Those among a column's options; the others are storage parameters, {@code name=value}. */
  static List<String> in(List<String> options) {
    return options.stream().filter(ForeignOptions::isForeign).toList();
  }

  private static boolean isForeign(String option) {
    int blank = option.indexOf(' ');
    int equals = option.indexOf('=');
    return option.startsWith("\"") || (blank >= 0 && (equals < 0 || blank < equals));
  }

  /** As CREATE takes them, with a blank before; empty where there are none. */
  static String create(List<String> options) {
    return options.isEmpty() ? "" : " OPTIONS (" + String.join(", ", options) + ")";
  }

  /** As ALTER takes what differs, with a blank before; empty where nothing does. */
  static String alter(List<String> from, List<String> to) {
    Map<String, String> before = byName(from);
    Map<String, String> after = byName(to);
    List<String> changes = new ArrayList<>();
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(name -> changes.add("DROP " + name));
    after.forEach(
        (name, option) -> {
          if (!before.containsKey(name)) {
            changes.add("ADD " + option);
          } else if (!option.equals(before.get(name))) {
            changes.add("SET " + option);
          }
        });
    return create(changes);
  }

  private static Map<String, String> byName(List<String> options) {
    Map<String, String> byName = new LinkedHashMap<>();
    options.forEach(option -> byName.put(name(option), option));
    return byName;
  }

  private static String name(String option) {
    int behind = option.startsWith("\"") ? behindQuoted(option) : option.indexOf(' ');
    return option.substring(0, behind);
  }

  private static int behindQuoted(String option) {
    int at = option.indexOf('"', 1);
    while (option.startsWith("\"", at + 1)) {
      at = option.indexOf('"', at + 2);
    }
    return at + 1;
  }
}
