package io.liftlock.core.transfer;

import io.liftlock.core.schema.ObjectId;

/**
 * Where a sequence stands. It is no part of any snapshot: it is what the server last said.
 *
 * @param sequence which; of kind sequence, or the column whose identity it is
 * @param last the last value that it gave, or will give first
 * @param called whether {@code last} was given already
 */
public record SequencePosition(ObjectId sequence, long last, boolean called) {}
