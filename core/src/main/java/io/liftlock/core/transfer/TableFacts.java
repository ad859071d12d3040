package io.liftlock.core.transfer;

import io.liftlock.core.schema.ObjectId;

/**
 * How large a table is at a read point, and what that tells about reading it.
 *
 * @param table which
 * @param rows about how many rows; -1 where nobody knows without counting
 * @param bytes what they take with what is stored out of line, without indexes
 * @param pages heap pages that page ranges are cut from; 0 where there are none, as for partitioned
 *     tables and SQLite
 * @param keyOrder how closely the rows lie in the order of their primary key, 0 to 1; a range of
 *     keys reads pages in disorder where it is low; 1 where unknown
 * @param rowsHidden whether row-level security would hide rows from the role that reads
 */
public record TableFacts(
    ObjectId table, long rows, long bytes, long pages, double keyOrder, boolean rowsHidden) {}
