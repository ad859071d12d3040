package io.liftlock.engine.safety.policy;

import io.liftlock.core.error.Place;

/**
 * What a configuration says of one rule.
 *
 * @param word {@code on}, {@code off} or a severity
 * @param place where it says so
 */
public record RuleSetting(String word, Place place) {}
