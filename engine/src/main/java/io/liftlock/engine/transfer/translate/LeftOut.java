package io.liftlock.engine.transfer.translate;

import io.liftlock.core.schema.ObjectId;

/**
 * Something of the source's schema that the target does not get.
 *
 * @param object the object, or the one that it is a part of
 * @param part which part of the object, such as {@code default}; empty where it is the whole
 * @param because why, in a few words
 */
public record LeftOut(ObjectId object, String part, String because) {

  /** As people read it: {@code default of column users.created: …}. */
  @Override
  public String toString() {
    return (part.isEmpty() ? "" : part + " of ") + object + ": " + because;
  }
}
