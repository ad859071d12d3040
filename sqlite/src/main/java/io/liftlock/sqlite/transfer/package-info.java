/**
 * Moves rows out of SQLite and into it, looks at what columns really hold, and keeps the ledger of
 * copies.
 */
@NullMarked
package io.liftlock.sqlite.transfer;

import org.jspecify.annotations.NullMarked;
