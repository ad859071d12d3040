/**
 * Connections to a PostgreSQL server, below JDBC: opening one, sending messages, and saying what
 * went wrong in words that show no row. Nothing here knows what the messages are for.
 */
@NullMarked
package io.liftlock.postgres.link;

import org.jspecify.annotations.NullMarked;
