package io.liftlock.engine.transfer.translate;

/**
 * A type for one column.
 *
 * @param type as the server prints it
 * @param because why
 */
record Chosen(String type, String because) {}
