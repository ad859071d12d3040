package io.liftlock.runtime;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.StateError;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RenameComment;
import io.liftlock.engine.model.Autogenerate;
import io.liftlock.engine.model.Generated;
import io.liftlock.engine.model.GeneratedMigration;
import io.liftlock.engine.model.GeneratedProof;
import io.liftlock.engine.model.MigrationText;
import io.liftlock.engine.model.Prover;
import io.liftlock.engine.model.Renames;
import io.liftlock.engine.model.Renaming;
import io.liftlock.engine.proof.Conditions;
import io.liftlock.engine.proof.Workbench;
import io.liftlock.runtime.config.DatabaseSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes the migrations that make what the migrations build like the model. Nothing is written
 * before it is proven, and the live database is not touched.
 */
final class Generator {

  /** The same rows every time, so that a proof that fails can be looked into. */
  private static final long SEED = 1;

  private final OpenProject open;
  private final GenerationRequest request;

  Generator(OpenProject open, GenerationRequest request) {
    this.open = open;
    this.request = request;
  }

  /**
   * Generates for every database that has a model; where files are written, for the one that is
   * chosen.
   *
   * @throws io.liftlock.core.error.UserError MODEL_MISSING, MODEL_INVALID, RENAME_INVALID,
   *     DATABASE_UNKNOWN where it is not clear which database is meant
   * @throws StateError PROOF_FAILED where what would be written does not do what it should
   */
  List<Generation> generate() {
    List<DatabaseSource> modelled = modelled();
    if (modelled.size() > 1 && request.purpose() == GenerationRequest.Purpose.WRITE) {
      throw new UserError(
          Problem.error(
                  ErrorCode.DATABASE_UNKNOWN,
                  "several databases have a model, and a migration is for one")
              .action(
                  "choose one with --database: "
                      + String.join(", ", modelled.stream().map(DatabaseSource::name).toList())));
    }
    return modelled.stream().map(this::generate).toList();
  }

  /** The databases that have a model; where none has, reading the first one's says so. */
  private List<DatabaseSource> modelled() {
    List<DatabaseSource> targets = open.project().targets();
    List<DatabaseSource> modelled =
        targets.stream()
            .filter(source -> !open.project().schemas().model(source.name()).isEmpty())
            .toList();
    return modelled.isEmpty() ? targets.subList(0, Math.min(1, targets.size())) : modelled;
  }

  private Generation generate(DatabaseSource source) {
    Dialect dialect = OpenProject.dialect(source.url());
    Sources sources = new Sources(open);
    Schema model = wanted(sources.model(source).schema());
    MigrationSet set = open.migrations();
    List<Migration> migrations = new ArrayList<>(set.graph().order());
    migrations.addAll(set.graph().repeatables());
    migrations.removeIf(migration -> !migration.database().equals(source.name()));
    try (Workbench bench = open.scratches().workbench(source.name(), dialect, set.callbacks())) {
      bench.migrate(migrations, Direction.UP);
      return generate(source, bench, model, sources.renameComments());
    }
  }

  private Generation generate(
      DatabaseSource source,
      Workbench bench,
      Schema model,
      Map<String, List<RenameComment>> comments) {
    Renderer renderer = Connections.renderer(bench.database().dialect());
    Prover prover = new Prover(renderer, conditions(), request.rows(), new SplittableRandom(SEED));
    Schema before = wanted(bench.schema());
    List<Change.Rename> renames = renames(before, model, comments);
    Schema renamed = wanted(Renaming.on(bench, renderer, renames));
    SchemaDiff difference = SchemaDiff.between(renamed, model);
    Generated generated =
        new Autogenerate(renderer, request.allowance()).generate(before, renames, renamed, model);
    boolean writes =
        request.purpose() == GenerationRequest.Purpose.WRITE && !generated.migrations().isEmpty();
    String proof = writes ? proof(prover, bench, generated) : "";
    return new Generation(
        source.name(),
        renames,
        difference,
        renderer.losses(difference),
        generated.left(),
        writes ? write(source, generated, proof) : List.of(),
        proof);
  }

  private Schema wanted(Schema schema) {
    return open.project().schemas().withoutIgnored(schema);
  }

  private Conditions conditions() {
    return new Conditions(
        open.runOptions(), open.timing(), open.project().settings(), List.of(), event -> {});
  }

  private List<Change.Rename> renames(
      Schema before, Schema model, Map<String, List<RenameComment>> comments) {
    Problems problems = new Problems();
    Renames renames = new Renames(before, model, problems);
    comments.forEach((file, all) -> all.forEach(comment -> renames.comment(comment, file)));
    request.renames().forEach(renames::option);
    problems.throwIfErrors();
    return renames.all();
  }

  private String proof(Prover prover, Workbench bench, Generated generated) {
    if (request.proving() == GenerationRequest.Proving.SKIP) {
      return "not proven: --no-proof was given";
    }
    GeneratedProof proven = prover.prove(bench, generated, request.name());
    if (!proven.faults().isEmpty()) {
      Problems problems = new Problems();
      proven
          .faults()
          .forEach(
              fault ->
                  problems.add(
                      Problem.error(
                              ErrorCode.PROOF_FAILED,
                              "nothing was written, since the migration does not do what it should:"
                                  + " "
                                  + fault)
                          .action(
                              "change the model (a new column that refuses NULL needs a default),"
                                  + " try without rows (--rows 0), or write it unproven"
                                  + " (--no-proof)")));
      throw new StateError(problems.errors(), null);
    }
    return proven.summary();
  }

  private List<Path> write(DatabaseSource source, Generated generated, String proof) {
    Map<String, MigrationText> texts = new LinkedHashMap<>();
    for (GeneratedMigration migration : generated.migrations()) {
      String name =
          migration.suffix().isEmpty() ? request.name() : request.name() + " " + migration.suffix();
      texts.put(name, MigrationText.of(migration, generated.allowed(), proof));
    }
    return new MigrationFiles(open)
        .write(texts, request.author(), request.feature(), source.name());
  }
}
