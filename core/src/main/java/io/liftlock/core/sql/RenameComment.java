package io.liftlock.core.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comment {@code -- renamed from: old_name} in a file of a desired state says. It stands
 * before a CREATE, or on its first line, for the object itself; in a CREATE TABLE on the line of a
 * column, or alone on the line before it, for the column.
 *
 * @param object what is created: {@code table}, {@code materialized view} …, in lower case; {@code
 *     constraint} for one of a table
 * @param name its names as written, without quotes, from the outside in
 * @param column the name now of the column or constraint, or null where the object itself is meant
 * @param oldName the name it had, without quotes
 * @param line 1-based line of the comment
 */
public record RenameComment(
    String object, List<String> name, @Nullable String column, String oldName, int line) {

  /** Copies the names. */
  public RenameComment {
    name = List.copyOf(name);
  }

  /** The comments of a text, in order. */
  public static List<RenameComment> in(Dialect dialect, String sql) {
    return new RenameComments(dialect).read(sql);
  }
}
