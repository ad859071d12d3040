package io.liftlock.engine.safety.remedy;

import io.liftlock.core.sql.RelationName;

/** A trigger that keeps a new column equal to an old one, and the rows that were there before. */
final class DoubleWrite {

  private DoubleWrite() {}

  /**
   * Adds the trigger and the backfill.
   *
   * @param column the old column, unquoted
   * @param next the new column, quoted
   * @param value what the new one holds, an expression of the row's columns
   * @param back what is written to the old column where an application writes the new one; may be
   *     empty
   */
  static void append(
      StepList steps, Target target, String column, String next, String value, String back) {
    String trigger = Target.quoted(target.name(column, "sync"));
    RelationName function = target.beside(target.name(column, "sync"));
    String forward =
        "    NEW." + next + " := (SELECT " + value + " FROM (SELECT NEW.*) AS new_row);\n";
    String body = back.isEmpty() ? forward.replaceFirst("^ {2}", "") : back;
    steps
        .same(
            "Whoever writes the one column writes the other, too",
            """
            CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
            %s  RETURN NEW;
            END
            $$;
            CREATE TRIGGER %s BEFORE INSERT OR UPDATE ON %s
              FOR EACH ROW EXECUTE FUNCTION %s()\
            """
                .formatted(function, body, trigger, target.table(), function))
        .batches(
            "Backfill: the rows that are there get their value, a few at a time",
            "UPDATE %s SET %s = %s WHERE %s IS DISTINCT FROM (%s)"
                .formatted(target.table(), next, value, next, value));
  }

  /** Takes the trigger away. */
  static String drop(Target target, String column) {
    return "DROP TRIGGER %s ON %s;\nDROP FUNCTION %s()"
        .formatted(
            Target.quoted(target.name(column, "sync")),
            target.table(),
            target.beside(target.name(column, "sync")));
  }
}
