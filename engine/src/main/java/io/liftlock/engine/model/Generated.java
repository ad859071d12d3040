package io.liftlock.engine.model;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.SchemaDiff;
import java.util.List;

/**
 * What {@link Autogenerate} made of a difference.
 *
 * @param diff what the migrations do, beside the renames
 * @param renames what they rename first
 * @param migrations in the order they run; empty where there is nothing to do
 * @param allowed what they destroy, because it was allowed
 * @param left what they leave undone, because it would destroy something
 */
public record Generated(
    SchemaDiff diff,
    List<Change.Rename> renames,
    List<GeneratedMigration> migrations,
    List<Loss> allowed,
    List<Loss> left) {}
