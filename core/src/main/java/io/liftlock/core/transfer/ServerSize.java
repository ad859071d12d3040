package io.liftlock.core.transfer;

/**
 * How much a server can bear, as far as a plain role can tell.
 *
 * @param connectionsLeft how many more connections it would take
 * @param memoryBytes what it is configured to use for buffers; 0 where unknown
 * @param responseMillis how long a small calculation of fixed size takes; about 10 on one present
 *     processor, ten times that on a tenth of one
 * @param tiny whether it is so small that only the tiny tier is kind to it
 */
public record ServerSize(
    int connectionsLeft, long memoryBytes, long responseMillis, boolean tiny) {}
