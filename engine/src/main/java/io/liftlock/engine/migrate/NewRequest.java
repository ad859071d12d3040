package io.liftlock.engine.migrate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a new migration shall be.
 *
 * @param folder the migrations folder; made where it does not exist
 * @param base paths are shown relative to it
 * @param layout a layout's name, or null or {@code auto} to recognise it
 * @param name as a person writes it; not needed for a merge
 * @param author who writes it, or null
 * @param branch the feature or version folder, or null to find it
 * @param database what the {@code Database:} header shall say, or null for none
 */
public record NewRequest(
    Path folder,
    Path base,
    @Nullable String layout,
    String name,
    @Nullable String author,
    @Nullable String branch,
    @Nullable String database) {}
