/**
 * Connections to a SQLite file: opening one, asking it in SQLite's own terms, and saying what went
 * wrong. Nothing here knows what is asked for.
 */
@NullMarked
package io.liftlock.sqlite.link;

import org.jspecify.annotations.NullMarked;
