/**
 * The port: what liftlock needs from a live database, in small interfaces that an adapter
 * implements. No SQL text of any dialect lives here.
 */
@NullMarked
package io.liftlock.core.database;

import org.jspecify.annotations.NullMarked;
