package io.liftlock.core.sql;

import java.util.Comparator;
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
    return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
