package io.liftlock.engine.transfer.translate;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * A schema, said in another dialect.
 *
 * @param schema what the target is to look like
 * @param choices which type each column got, in the order of the source's tables and columns
 * @param leftOut what could not be said, in normal order
 * @param names the target's table or column for each of the source's
 */
public record Translation(
    Schema schema, List<TypeChoice> choices, List<LeftOut> leftOut, Map<ObjectId, ObjectId> names) {

  /** Copies the collections. */
  public Translation {
    choices = List.copyOf(choices);
    leftOut = List.copyOf(leftOut);
    names = Map.copyOf(names);
  }
}
