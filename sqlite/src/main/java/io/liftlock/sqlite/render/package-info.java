/**
 * Writes changes as SQLite's SQL: what ALTER TABLE can do in place, and the rebuild of a table for
 * everything else. Nothing here touches a database.
 */
@NullMarked
package io.liftlock.sqlite.render;

import org.jspecify.annotations.NullMarked;
