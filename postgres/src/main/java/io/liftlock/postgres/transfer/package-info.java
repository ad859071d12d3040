/**
 * Moves rows out of PostgreSQL and into it by COPY, hashes them where they lie, and keeps the
 * ledger of copies. Knows connections, but not what else they are used for.
 */
@NullMarked
package io.liftlock.postgres.transfer;

import org.jspecify.annotations.NullMarked;
