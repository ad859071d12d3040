/**
 * SQLite's SQL as text: how names and literals are written, what its CREATE statements say, and the
 * form in which two expressions can be compared. Nothing here touches a database.
 */
@NullMarked
package io.liftlock.sqlite.sql;

import org.jspecify.annotations.NullMarked;
