/**
 * Writes what lies between two schemas as PostgreSQL's SQL: one writer per kind of object, and a
 * planner that knows what has to be replaced and in which order everything happens. Pure; nothing
 * here connects.
 */
@NullMarked
package io.liftlock.postgres.render;

import org.jspecify.annotations.NullMarked;
