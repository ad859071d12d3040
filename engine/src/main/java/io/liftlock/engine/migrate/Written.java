package io.liftlock.engine.migrate;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param layout the layout's name
 * @param files the files that were made or have grown, the migration itself first
 */
public record Written(String layout, List<Path> files) {}
