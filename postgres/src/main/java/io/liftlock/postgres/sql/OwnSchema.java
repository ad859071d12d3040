package io.liftlock.postgres.sql;

/** The schema that liftlock keeps its own tables in, and the table that says of which form. */
public final class OwnSchema {

  /** Makes the schema. */
  public static final String CREATE = "CREATE SCHEMA liftlock";

  /** Makes the table of what is known about the others, such as the number of their form. */
  public static final String META =
      """
      CREATE TABLE IF NOT EXISTS liftlock.meta (
        key pg_catalog.text PRIMARY KEY,
        value pg_catalog.text NOT NULL
      )\
      """;

  private OwnSchema() {}

  /** Notes the number of a form, unless a newer one is noted. */
  public static String form(String key, int form) {
    return """
    INSERT INTO liftlock.meta AS m (key, value) VALUES (%s, '%d')
    ON CONFLICT (key) DO UPDATE SET value = excluded.value
      WHERE m.value::pg_catalog.int4 < excluded.value::pg_catalog.int4\
    """
        .formatted(Quoted.literal(key), form);
  }

  /** Reads the number of a form. */
  public static String readForm(String key) {
    return "SELECT m.value FROM liftlock.meta m WHERE m.key = " + Quoted.literal(key);
  }
}
