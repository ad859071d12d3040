/**
 * A real PostgreSQL that liftlock brings along: unpacking, starting, joining and stopping it. No
 * SQL beyond what makes an empty server usable, and no JDBC, lives here.
 */
@NullMarked
package io.liftlock.embedded;

import org.jspecify.annotations.NullMarked;
