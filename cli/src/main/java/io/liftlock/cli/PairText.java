package io.liftlock.cli;

import io.liftlock.core.schema.ObjectId;

/** A table of one database and the one of another that belongs to it, as people read them. */
final class PairText {

  private PairText() {}

  /** One name where both have the same, else both. */
  static String of(ObjectId source, ObjectId target) {
    return isSame(source, target)
        ? source.qualified()
        : source.qualified() + " -> " + target.qualified();
  }

  /** Whether both have one name; SQLite has no schema that could stand before it. */
  static boolean isSame(ObjectId source, ObjectId target) {
    boolean bare = source.path().size() == 1 || target.path().size() == 1;
    return source.path().equals(target.path()) || (bare && source.name().equals(target.name()));
  }
}
