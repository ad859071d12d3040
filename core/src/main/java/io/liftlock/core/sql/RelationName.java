package io.liftlock.core.sql;

import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a relation, type or other object as a statement writes it.
 *
 * @param schema unquoted, or null where the statement leaves it to the search path
 * @param name unquoted
 */
public record RelationName(@Nullable String schema, String name)
    implements Comparable<RelationName> {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  /** {@code pg_get_keywords()} of PostgreSQL 18, those that no table or column can bear bare. */
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric authorization binary both case cast"
                  + " check collate collation column concurrently constraint create cross"
                  + " current_catalog current_date current_role current_schema current_time"
                  + " current_timestamp current_user default deferrable desc distinct do else end"
                  + " except false fetch for foreign freeze from full grant group having ilike in"
                  + " initially inner intersect into is isnull join lateral leading left like limit"
                  + " localtime localtimestamp natural not notnull null offset on only or order"
                  + " outer overlaps placing primary references returning right select session_user"
                  + " similar some symmetric system_user table tablesample then to trailing true"
                  + " union unique user using variadic verbose when where window with")
              .split(" "));

  private static final Comparator<RelationName> ORDER =
      Comparator.comparing(RelationName::schema, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(RelationName::name);

  /** A name without its schema. */
  public static RelationName of(String name) {
    return new RelationName(null, name);
  }

  /** A name in a schema. */
  public static RelationName of(String schema, String name) {
    return new RelationName(schema, name);
  }

  /** The same name in a schema, where it has none. */
  public RelationName in(String defaultSchema) {
    return schema == null ? new RelationName(defaultSchema, name) : this;
  }

  @Override
  public int compareTo(RelationName other) {
    return ORDER.compare(this, other);
  }

  /** As SQL writes it, quoted where it must be. */
  @Override
  public String toString() {
    return schema == null ? quoted(name) : quoted(schema) + "." + quoted(name);
  }

  /** A name as SQL writes it: bare where it is plain and in lower case, else in double quotes. */
  public static String quoted(String name) {
    return PLAIN.matcher(name).matches() && !RESERVED.contains(name)
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }
}
