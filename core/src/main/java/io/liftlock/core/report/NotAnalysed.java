package io.liftlock.core.report;

import io.liftlock.core.error.Place;

/**
 * SQL that nobody could look into, and which is therefore not clean.
 *
 * @param place where it stands
 * @param statement the statement's first line, secrets masked
 * @param why as a sentence without a full stop
 */
public record NotAnalysed(Place place, String statement, String why) {}
