package io.liftlock.engine.transfer.translate;

import io.liftlock.core.schema.ObjectId;

/**
 * Which type a column gets in the other kind of database.
 *
 * @param column the column of the source
 * @param target the column that is made of it
 * @param from its declared type; empty where none is declared
 * @param to the type that it gets
 * @param because why this one, in a few words
 */
public record TypeChoice(
    ObjectId column, ObjectId target, String from, String to, String because) {}
