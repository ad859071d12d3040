package io.liftlock.engine.model;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.migration.Header;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.schema.Table;
import io.liftlock.engine.proof.Conditions;
import io.liftlock.engine.proof.Proof;
import io.liftlock.engine.proof.RoundTrip;
import io.liftlock.engine.proof.RowSeeder;
import io.liftlock.engine.proof.SeedableSchema;
import io.liftlock.engine.proof.Seeding;
import io.liftlock.engine.proof.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Tries generated migrations on a workbench that holds the schema they begin with: fills its tables
 * with rows that fit what is there and what is to come, goes up, down and up again, and compares.
 */
public final class Prover {

  private final Renderer renderer;
  private final Conditions conditions;
  private final int rows;
  private final RandomGenerator random;

  /**
   * @param renderer of the bench's dialect
   * @param conditions how migrations run
   * @param rows how many each table gets, 0 for none
   * @param random decides about the rows
   */
  public Prover(Renderer renderer, Conditions conditions, int rows, RandomGenerator random) {
    this.renderer = renderer;
    this.conditions = conditions;
    this.rows = rows;
    this.random = random;
  }

  /**
   * Tries them.
   *
   * @param bench looks like {@code generated.before()}; is used up
   * @param name what the migrations will be called
   */
  public GeneratedProof prove(Workbench bench, Generated generated, String name) {
    Seeding seeding = seed(bench, generated);
    Schema raw = bench.database().inspector().inspect();
    List<GeneratedMigration> parts = generated.migrations();
    Schema expected = withPrelude(parts.get(parts.size() - 1).after(), raw, bench.schema());
    List<Migration> migrations = new ArrayList<>();
    for (GeneratedMigration part : parts) {
      migrations.add(migration(bench, part, name, migrations.size() + 1));
    }
    Proof proof =
        new RoundTrip(bench.database(), conditions).prove(migrations, raw, Optional.of(expected));
    return new GeneratedProof(generated, proof, seeding);
  }

  /** Rows are made under the new names, where both schemas can be asked, and renamed back. */
  private Seeding seed(Workbench bench, Generated generated) {
    if (rows == 0) {
      return Seeding.NONE;
    }
    Renaming.run(bench, renderer.rename(bench.schema(), generated.renames()));
    Schema renamed = bench.schema();
    Schema raw = bench.database().inspector().inspect();
    Schema later = withPrelude(generated.diff().to(), raw, renamed);
    Seeding seeding =
        new RowSeeder(rows, random)
            .seed(
                bench.database(),
                SeedableSchema.of(raw, later),
                raw.tables().stream().map(Table::id).toList(),
                later);
    Renaming.run(bench, renderer.rename(renamed, generated.renamesBack()));
    return seeding;
  }

  /** The prelude's objects are there all the time, though nobody asks for them. */
  private static Schema withPrelude(Schema schema, Schema raw, Schema own) {
    List<SchemaObject> objects = new ArrayList<>(schema.objects().values());
    raw.objects().values().stream()
        .filter(object -> !own.has(object.id()) && !schema.has(object.id()))
        .forEach(objects::add);
    return schema.with(objects);
  }

  private static Migration migration(
      Workbench bench, GeneratedMigration part, String name, int number) {
    String title = part.suffix().isEmpty() ? name : name + "_" + part.suffix();
    Header header = Header.EMPTY;
    return new Migration(
        MigrationId.of("generated_" + number),
        title,
        Migration.Kind.VERSIONED,
        bench.database().name(),
        Migration.Lineage.DECLARED,
        List.of(),
        part.isWithoutTransaction() ? header.withoutTransaction() : header,
        title,
        Renaming.script(bench, title, part.up()),
        Optional.of(Renaming.script(bench, title + "_rollback", part.down())),
        Optional.empty());
  }
}
