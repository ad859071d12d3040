/**
 * What statements of SQL say, as immutable values: commands, alterations, definitions, expressions,
 * as far as safety asks. Adapters read them with the grammar of their dialect; nothing here reads
 * or runs anything.
 */
@NullMarked
package io.liftlock.core.syntax;

import org.jspecify.annotations.NullMarked;
