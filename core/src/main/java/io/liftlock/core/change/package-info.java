/**
 * What lies between two schemas: changes, their order, and the SQL that a dialect makes of them.
 * Values and pure functions; nothing here touches a database.
 */
@NullMarked
package io.liftlock.core.change;

import org.jspecify.annotations.NullMarked;
