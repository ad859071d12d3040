package io.liftlock.core.database;

/**
 * A role of a server.
 *
 * @param name as properties of schema objects write it: quoted where SQL needs it
 * @param assumable whether the role that asks may give objects to it
 */
public record Role(String name, boolean assumable) {}
