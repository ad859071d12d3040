package io.liftlock.core.database;

import io.liftlock.core.schema.Schema;
import java.util.List;

/** Reads what a database looks like. Changes nothing. */
public interface Inspector {

  /**
   * Everything in the catalog that people made, as of one instant. liftlock's own objects and what
   * belongs to an extension are left out; what the model does not hold, or the role cannot see, is
   * listed in {@link Schema#notModelled()}.
   *
   * @throws io.liftlock.core.error.DatabaseError where the catalog cannot be read
   */
  Schema inspect();

  /**
   * The roles that objects can belong to, or be granted to; empty where the kind of database has
   * none.
   *
   * @throws io.liftlock.core.error.DatabaseError where the catalog cannot be read
   */
  default List<Role> roles() {
    return List.of();
  }
}
