package io.liftlock.core.transfer;

/**
 * A column of the source and the one of the target that takes its values.
 *
 * @param source its name in the source
 * @param target its name in the target
 * @param sourceType its type there as the server prints it; empty where none is declared
 * @param targetType likewise
 * @param form how its values travel when they are copied
 */
public record ColumnPair(
    String source, String target, String sourceType, String targetType, FieldForm form) {}
