package io.liftlock.runtime;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RenameComment;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.engine.model.Autogenerate;
import io.liftlock.engine.model.Generated;
import io.liftlock.engine.model.GeneratedMigration;
import io.liftlock.engine.model.Renames;
import io.liftlock.engine.model.Renaming;
import io.liftlock.engine.proof.Workbench;
import io.liftlock.runtime.config.DatabaseSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Compares two schemas and writes the SQL of the difference. */
final class Comparer {

  private final OpenProject open;
  private final ComparisonRequest request;

  Comparer(OpenProject open, ComparisonRequest request) {
    this.open = open;
    this.request = request;
  }

  /**
   * Compares.
   *
   * @param comments what the second one's files say was renamed, by file
   * @throws UserError SCHEMA_SOURCE_INVALID where they are of two kinds of database, RENAME_INVALID
   */
  Comparison compare(NamedSchema from, NamedSchema to, Map<String, List<RenameComment>> comments) {
    if (from.schema().dialect() != to.schema().dialect()) {
      throw new UserError(
          Problem.error(
                  ErrorCode.SCHEMA_SOURCE_INVALID,
                  "%s is %s and %s is %s: their schemas cannot be compared"
                      .formatted(
                          from.name(),
                          from.schema().dialect().word(),
                          to.name(),
                          to.schema().dialect().word()))
              .action("name two sources of one kind of database"));
    }
    List<Change.Rename> renames = renames(from.schema(), to.schema(), comments);
    return compare(from, renames, renamed(from, renames), to);
  }

  private List<Change.Rename> renames(
      Schema from, Schema to, Map<String, List<RenameComment>> comments) {
    Problems problems = new Problems();
    Renames renames = new Renames(from, to, problems);
    comments.forEach((file, all) -> all.forEach(comment -> renames.comment(comment, file)));
    request.renames().forEach(renames::option);
    problems.throwIfErrors();
    return renames.all();
  }

  /** The database itself is asked what it prints under the new names, in a scratch copy. */
  private Schema renamed(NamedSchema from, List<Change.Rename> renames) {
    if (renames.isEmpty()) {
      return from.schema();
    }
    Dialect dialect = from.schema().dialect();
    try (Workbench bench = open.scratches().workbench(like(from), dialect, List.of())) {
      String sql = new Schemas(open).build(from.schema()).text();
      bench.run(new ScriptReader().read(from.name(), sql, dialect), "the copy of " + from.name());
      return Renaming.on(bench, Connections.renderer(dialect), renames);
    }
  }

  /** The configured database that a scratch copy is made beside. */
  private String like(NamedSchema from) {
    Dialect dialect = from.schema().dialect();
    List<String> fitting =
        open.project().targets().stream()
            .filter(source -> OpenProject.dialect(source.url()) == dialect)
            .map(DatabaseSource::name)
            .toList();
    if (fitting.isEmpty() && dialect == Dialect.SQLITE) {
      throw new UserError(
          Problem.error(
                  ErrorCode.SCRATCH_UNAVAILABLE,
                  "what is renamed is tried on a scratch copy, and no SQLite database is named to"
                      + " make it beside")
              .action("give --url sqlite:FILE as well"));
    }
    return fitting.isEmpty() || fitting.contains(from.name()) ? from.name() : fitting.get(0);
  }

  private Comparison compare(
      NamedSchema from, List<Change.Rename> renames, Schema renamed, NamedSchema to) {
    Renderer renderer = Connections.renderer(to.schema().dialect());
    SchemaDiff diff = SchemaDiff.between(renamed, to.schema());
    boolean online = request.writing() == ComparisonRequest.Writing.ONLINE;
    Autogenerate autogenerate = new Autogenerate(renderer, request.allowance());
    Generated generated =
        online
            ? autogenerate.generate(from.schema(), renames, renamed, to.schema())
            : autogenerate.permitted(renames, renamed, to.schema());
    return new Comparison(
        from,
        to,
        renames,
        diff,
        renderer.losses(diff),
        generated.left(),
        online ? up(generated) : plainUp(renderer, from.schema(), generated),
        online ? down(generated) : plainDown(renderer, renamed, generated));
  }

  private static List<Comparison.Step> up(Generated generated) {
    return generated.migrations().stream()
        .map(migration -> new Comparison.Step(migration.suffix(), migration.up()))
        .toList();
  }

  private static List<Comparison.Step> down(Generated generated) {
    List<GeneratedMigration> backwards = new ArrayList<>(generated.migrations());
    Collections.reverse(backwards);
    return backwards.stream()
        .map(migration -> new Comparison.Step(migration.suffix(), migration.down()))
        .toList();
  }

  private static List<Comparison.Step> plainUp(
      Renderer renderer, Schema from, Generated generated) {
    SchemaScript renames = renderer.rename(from, generated.renames());
    SchemaScript rest = renderer.render(generated.diff(), Renderer.Mode.PLAIN);
    return List.of(new Comparison.Step("", renames.then(rest)));
  }

  private static List<Comparison.Step> plainDown(
      Renderer renderer, Schema renamed, Generated generated) {
    List<Change.Rename> back = new ArrayList<>();
    generated
        .renames()
        .forEach(rename -> back.add(0, new Change.Rename(rename.to(), rename.from())));
    SchemaScript rest = renderer.render(generated.diff().inverse(), Renderer.Mode.PLAIN);
    return List.of(new Comparison.Step("", rest.then(renderer.rename(renamed, back))));
  }
}
