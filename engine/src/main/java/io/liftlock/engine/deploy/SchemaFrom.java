package io.liftlock.engine.deploy;

/** Where the target's schema comes from. */
public enum SchemaFrom {
  /** The project's migrations bring the target to the source's version. */
  MIGRATIONS,
  /** What the source looks like is made on the target, said in its dialect. */
  SOURCE,
  /** The target is used just as it is. */
  AS_IS
}
