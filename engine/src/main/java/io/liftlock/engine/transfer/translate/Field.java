package io.liftlock.engine.transfer.translate;

/**
 * A column that a condition may speak of.
 *
 * @param written its name in the target, quoted where SQL needs it
 * @param kind how its values compare on both sides
 */
record Field(String written, ValueKind kind) {}
