/**
 * How names and values are written in PostgreSQL's SQL, for everything in this module that writes
 * any. Text only: nothing here knows a connection or a schema.
 */
@NullMarked
package io.liftlock.postgres.sql;

import org.jspecify.annotations.NullMarked;
