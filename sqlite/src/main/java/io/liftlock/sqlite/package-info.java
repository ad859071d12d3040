/**
 * SQLite behind the port: a file, its lock, its history and what its catalog tells. No other
 * adapter, and nothing of the engine, may be known here.
 */
@NullMarked
package io.liftlock.sqlite;

import org.jspecify.annotations.NullMarked;
