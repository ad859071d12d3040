package io.liftlock.engine.run;

/**
 * What an attempt gave in the end.
 *
 * @param result of the try that succeeded
 * @param lockWaitMs time lost in the tries before, in milliseconds
 */
record Tried<T>(T result, long lockWaitMs) {}
