package io.liftlock.core.transfer;

/**
 * A column that is read.
 *
 * @param name its name
 * @param form how its values are to travel; {@link FieldForm#NATIVE} in the native formats
 */
public record ReadColumn(String name, FieldForm form) {}
