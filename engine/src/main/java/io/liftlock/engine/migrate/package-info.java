/**
 * The migration engine: from a folder of files and a history to a plan, and what writes new files.
 * Nothing here knows a database by name, and nothing here runs a statement itself.
 */
@NullMarked
package io.liftlock.engine.migrate;

import org.jspecify.annotations.NullMarked;
