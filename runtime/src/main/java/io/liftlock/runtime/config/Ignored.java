package io.liftlock.runtime.config;

import io.liftlock.core.schema.ObjectPattern;

/**
 * Objects that are left out of every comparison.
 *
 * @param pattern which
 * @param reason why, for those who wonder later
 */
public record Ignored(ObjectPattern pattern, String reason) {}
