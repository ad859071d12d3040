package io.liftlock.engine.deploy;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.database.Database;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.schema.Ignored;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.engine.migrate.MigratorOptions;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.engine.transfer.pairing.CopyMapping;
import io.liftlock.engine.transfer.translate.NameStyle;
import io.liftlock.engine.transfer.translate.TypeOverrides;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which database goes where, and how.
 *
 * @param source what is copied
 * @param target where it goes; its name is the one that the migrations are assigned to
 * @param schema where the target's schema comes from
 * @param migrations the project's migrations, read for the target's dialect; needed for {@link
 *     SchemaFrom#MIGRATIONS} and for migrating on
 * @param sourceVersion the source's version, where it has no history of its own; empty: the newest
 * @param run how migrations run
 * @param thenMigrate whether pending migrations run on the target once both are equal
 * @param mapping what has another name in the target, or is not copied
 * @param copy how rows are copied
 * @param types the types that a person wants, where the source's schema is said in another dialect
 * @param names how names are written, where the source's schema is said in another dialect
 * @param ignored what of both schemas nobody wants to hear of, such as a platform's own objects
 * @param renderer writes the target's dialect
 * @param rejects takes note of rows that are left out since a value does not fit; empty: such a row
 *     refuses the copy
 */
public record NewHomeRequest(
    Database source,
    Database target,
    SchemaFrom schema,
    Optional<MigrationSet> migrations,
    Optional<MigrationId> sourceVersion,
    MigratorOptions run,
    boolean thenMigrate,
    CopyMapping mapping,
    CopyOptions copy,
    TypeOverrides types,
    NameStyle names,
    List<Ignored> ignored,
    Renderer renderer,
    Optional<Consumer<Misfit>> rejects) {

  /** Copies the list. */
  public NewHomeRequest {
    ignored = List.copyOf(ignored);
  }
}
