package io.liftlock.core.report;

import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import java.util.Optional;

/**
 * How a statement fared that others ran again and again while migrations were traced.
 *
 * @param place where it stands
 * @param statement its first line, secrets masked
 * @param runs how often it succeeded
 * @param medianMs how long half of them took at most, in milliseconds
 * @param longestMs how long the slowest took, in milliseconds
 * @param failures how often it failed
 * @param failure why it failed first, where it did
 */
public record LoadTrace(
    Place place,
    String statement,
    long runs,
    double medianMs,
    double longestMs,
    long failures,
    Optional<Problem> failure) {}
