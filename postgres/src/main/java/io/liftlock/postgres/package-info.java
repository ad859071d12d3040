/**
 * PostgreSQL behind the port. Nothing here decides what runs or when; no other adapter is known.
 *
 * <p>Everything is sent with the simple query protocol, as text that nothing rewrites: what a
 * person wrote is what the server parses.
 */
@NullMarked
package io.liftlock.postgres;

import org.jspecify.annotations.NullMarked;
