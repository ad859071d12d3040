package io.liftlock.postgres;

import io.liftlock.core.sql.Tokens;
import io.liftlock.postgres.sql.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * The name of an object as a statement writes it.
 *
 * @param schema the schema, or null where the search path decides
 * @param name the name itself, without quotes
 */
record ObjectName(@Nullable String schema, String name) {

  /** The name that begins at a token. */
  static ObjectName at(Tokens tokens, int index) {
    int end = tokens.behindName(index);
    String last = tokens.plainName(end - 1);
    return new ObjectName(end - index > 2 ? tokens.plainName(end - 3) : null, last);
  }

  /** As SQL, quoted. */
  String sql() {
    return schema == null ? Quoted.identifier(name) : Quoted.qualified(schema, name);
  }

  /** As a literal for functions such as {@code to_regclass}. */
  String literal() {
    return Quoted.literal(sql());
  }

  @Override
  public String toString() {
    return schema == null ? name : schema + "." + name;
  }
}
