/**
 * SQL text as values: tokens, statements with their place, scripts, and what their syntax alone
 * tells. Nothing here talks to a database or opens a file.
 */
@NullMarked
package io.liftlock.core.sql;

import org.jspecify.annotations.NullMarked;
