/**
 * What is copied from one database to another and compared, as immutable values: ranges of keys,
 * chunks, pairs of tables, plans, what a ledger remembers. Nothing here reads or writes a row.
 */
@NullMarked
package io.liftlock.core.transfer;

import org.jspecify.annotations.NullMarked;
