package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaScript.Placement;
import io.liftlock.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/**
 * Writes the statements for one kind of object, each without a semicolon at its end. When, and
 * whether at all, is the planner's business; owner, comment and grants are written by {@link
 * Attributes} behind these. Names in statements carry their schema. Never CASCADE, never IF EXISTS.
 */
interface KindWriter {

  /** Makes the object, which is one of {@code passage.to()} or is put back as it was. */
  List<String> create(SchemaObject object, Passage passage);

  /**
   * Makes the object with parts that come in the same statement.
   *
   * @param parts columns and constraints, as they shall be
   */
  default List<String> create(SchemaObject object, List<SchemaObject> parts, Passage passage) {
    return create(object, passage);
  }

  /** Drops the object, which nothing stands on any longer. */
  default List<String> drop(SchemaObject object, Passage passage) {
    return List.of("DROP " + Address.of(object.id()));
  }

  /**
   * Changes the object in place, from {@code change.from()} to {@code change.to()}.
   *
   * @return what does it; nothing to run where only owner, comment or grants differ; empty where no
   *     SQL can do it, so that the object must be dropped and made again with what stands on it
   */
  Optional<List<String>> alter(Change.Alter change, Passage passage);

  /**
   * What can be said of a new object only when objects are there that need it first, such as the
   * column that owns a sequence.
   */
  default List<String> complete(SchemaObject object, Passage passage) {
    return List.of();
  }

  /**
   * Whether {@link #alter} makes the object anew under its old name, so that owner, comment and
   * grants have to be given again.
   */
  default boolean remakes(Change.Alter change, Passage passage) {
    return false;
  }

  /** What is left to say of a part that came with its whole or from a parent. */
  default List<String> adopt(SchemaObject part, Passage passage) {
    return List.of();
  }

  /**
   * Whether an object that stands on this one has to be dropped before this change and put back
   * behind it, because the server would refuse the change otherwise.
   */
  default boolean displaces(Change.Alter change, SchemaObject dependent, Passage passage) {
    return false;
  }

  /** Whether changing such an object may stand in a transaction. */
  default Placement placement(Change.Alter change, Passage passage) {
    return Placement.TRANSACTION;
  }

  /** Whether making and dropping such an object may stand in a transaction. */
  default Placement placement(SchemaObject object, Passage passage) {
    return Placement.TRANSACTION;
  }
}
