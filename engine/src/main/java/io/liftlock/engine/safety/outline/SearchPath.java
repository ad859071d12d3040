package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where names without a schema are looked for.
 *
 * @param schemas in order; never empty
 */
record SearchPath(List<String> schemas) {

  /** Where temporary relations are, which come before all others. */
  static final String TEMPORARY = "pg_temp";

  static SearchPath usual(Dialect dialect) {
    return new SearchPath(List.of(dialect == Dialect.SQLITE ? "main" : "public"));
  }

  /** What SET search_path makes of a value; the user's own schema is taken not to be there. */
  static SearchPath of(String value) {
    List<String> schemas =
        Arrays.stream(value.split(",", -1))
            .map(String::strip)
            .map(SearchPath::unquoted)
            .filter(each -> !each.isEmpty() && !each.equals("$user"))
            .filter(each -> !each.equals("pg_catalog") && !each.equals(TEMPORARY))
            .toList();
    return schemas.isEmpty() ? usual(Dialect.POSTGRES) : new SearchPath(schemas);
  }

  private static String unquoted(String name) {
    boolean quoted =
        name.length() > 1
            && "\"'".indexOf(name.charAt(0)) >= 0
            && name.endsWith(name.substring(0, 1));
    return quoted ? name.substring(1, name.length() - 1) : name.toLowerCase(Locale.ROOT);
  }

  String first() {
    return schemas.get(0);
  }
}
