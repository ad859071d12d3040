package io.liftlock.core.schema;

/**
 * What a comparison leaves out.
 *
 * @param pattern which objects
 * @param because why, for those who wonder later
 */
public record Ignored(ObjectPattern pattern, String because) {}
