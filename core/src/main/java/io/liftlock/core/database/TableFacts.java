package io.liftlock.core.database;

import java.util.OptionalLong;

/**
 * What a database tells of a table in use.
 *
 * @param rows about how many
 * @param bytes with indexes and large values, in bytes
 * @param writes rows inserted, updated and deleted since the statistics began; empty where unknown
 * @param scans reads of the table and its indexes since then; empty where unknown
 */
public record TableFacts(long rows, long bytes, OptionalLong writes, OptionalLong scans) {}
