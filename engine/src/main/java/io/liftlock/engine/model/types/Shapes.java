package io.liftlock.engine.model.types;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.sql.Dialect;
import java.util.List;

/**
 * What an application may know of a schema, in no language yet. Everything is in a stable order.
 *
 * @param dialect what kind of database it is
 * @param schemas the names of the schemas that are written; one empty name where the database has
 *     none
 * @param relations tables and views
 * @param enums enums
 * @param composites composite types
 * @param routines functions that can be called
 */
record Shapes(
    Dialect dialect,
    List<String> schemas,
    List<Relation> relations,
    List<EnumShape> enums,
    List<Composite> composites,
    List<Routine> routines) {

  /**
   * A table or view.
   *
   * @param id which
   * @param view whether its rows cannot be written as a table's can
   * @param fields its columns, in order
   * @param links its foreign keys
   */
  record Relation(ObjectId id, boolean view, List<Field> fields, List<Link> links) {}

  /**
   * A column or an attribute.
   *
   * @param name its name
   * @param type what it holds
   * @param nullable whether it may hold NULL
   * @param optional whether a new row may leave it out
   * @param computed whether a row must not bring a value
   */
  record Field(String name, ValueType type, boolean nullable, boolean optional, boolean computed) {}

  /**
   * A foreign key.
   *
   * @param name its name
   * @param columns its columns
   * @param single whether at most one row can refer to a row
   * @param relation the name of the relation it refers to
   * @param referenced the columns it refers to
   */
  record Link(
      String name,
      List<String> columns,
      boolean single,
      String relation,
      List<String> referenced) {}

  /**
   * An enum.
   *
   * @param id which
   * @param values its values, in order
   */
  record EnumShape(ObjectId id, List<String> values) {}

  /**
   * A composite type.
   *
   * @param id which
   * @param fields its attributes, in order
   */
  record Composite(ObjectId id, List<Field> fields) {}

  /**
   * A function.
   *
   * @param id which
   * @param arguments what it takes, by name
   * @param returns what it gives; empty fields where it is no row made for it alone
   */
  record Routine(ObjectId id, List<Field> arguments, Returned returns) {}

  /**
   * What a function gives.
   *
   * @param type a value, where there are no fields
   * @param fields the columns of a row that only this function has
   * @param many whether it gives any number of them
   */
  record Returned(ValueType type, List<Field> fields, boolean many) {}

  /** The schema of an object; empty where the database has none. */
  static String schemaOf(ObjectId id) {
    return id.path().size() > 1 ? id.path().get(0) : "";
  }
}
