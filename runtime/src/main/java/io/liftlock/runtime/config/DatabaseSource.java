package io.liftlock.runtime.config;

import io.liftlock.core.database.DatabaseUrl;

/**
 * One database to work on.
 *
 * @param name its configured name
 * @param url where it is; its text form shows no password
 * @param origin what named it, for people: {@code --url}, a file and an environment, a variable
 */
public record DatabaseSource(String name, DatabaseUrl url, String origin) {}
