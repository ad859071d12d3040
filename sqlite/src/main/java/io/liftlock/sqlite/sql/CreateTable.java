package io.liftlock.sqlite.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a CREATE TABLE says. Expressions are in normal form.
 *
 * @param name the table's name
 * @param columns its columns, in order
 * @param constraints its constraints, in order; those that stand behind a column first
 * @param strict whether it is STRICT
 * @param withoutRowid whether it is WITHOUT ROWID
 * @param autoincrement whether its key never takes a value twice
 */
public record CreateTable(
    String name,
    List<Column> columns,
    List<Constraint> constraints,
    boolean strict,
    boolean withoutRowid,
    boolean autoincrement) {

  /**
   * A column.
   *
   * @param type as declared; empty where it has none
   * @param collation null where it has none or the usual one
   * @param notNull the clause, {@code NOT NULL} where there is no more to it, or null
   * @param defaultValue null where it has none
   * @param generated the expression, or null
   * @param stored whether a generated one is stored
   */
  public record Column(
      String name,
      String type,
      @Nullable String collation,
      @Nullable String notNull,
      @Nullable String defaultValue,
      @Nullable String generated,
      boolean stored) {}

  /** What a constraint does. */
  public enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    CHECK,
    FOREIGN_KEY
  }

  /**
   * A constraint.
   *
   * @param name null where it has none
   * @param columns the columns of a key, in order; of a check, those that it mentions
   * @param definition as it would stand behind the columns, without its name
   * @param reference what a foreign key refers to, or null
   */
  public record Constraint(
      @Nullable String name,
      Kind kind,
      List<String> columns,
      String definition,
      @Nullable Reference reference) {}

  /**
   * What a foreign key refers to, and how.
   *
   * @param columns empty where it is the primary key
   * @param onDelete in upper case; {@code NO ACTION} is usual
   * @param match in upper case; empty where nothing is said
   * @param deferred whether it is looked at only by COMMIT
   */
  public record Reference(
      String table,
      List<String> columns,
      String onDelete,
      String onUpdate,
      String match,
      boolean deferrable,
      boolean deferred) {}

  /** Copies the lists. */
  public CreateTable {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
  }
}
