package io.liftlock.runtime;

import io.liftlock.core.change.Loss;
import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.report.Drift;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.schema.Snapshot;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.engine.migrate.NewRequest;
import io.liftlock.engine.migrate.Standing;
import io.liftlock.engine.model.Attribution;
import io.liftlock.engine.model.Autogenerate;
import io.liftlock.engine.model.DriftFinder;
import io.liftlock.engine.model.Generated;
import io.liftlock.engine.model.GeneratedMigration;
import io.liftlock.engine.model.MigrationText;
import io.liftlock.engine.model.Reversion;
import io.liftlock.engine.proof.Workbench;
import io.liftlock.runtime.render.SchemaJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out whether somebody else changed the databases, which it only reads. */
public final class Drifts {

  private static final String NO_WAY_BACK =
      "-- Nothing: what was undone never belonged to the migrations.\n";

  private final OpenProject open;

  Drifts(OpenProject open) {
    this.open = open;
  }

  /**
   * Compares every database with what the last run left in it.
   *
   * @param table only that relation and its parts, as people write it, or null for everything
   * @throws UserError SNAPSHOT_MISSING where no run has kept one, SNAPSHOT_UNREADABLE,
   *     TABLE_UNKNOWN where neither then nor now there is such a table
   */
  public List<DriftReport> verify(@Nullable String table) {
    List<DriftReport> reports = new ArrayList<>();
    for (Database database : open.databases().values()) {
      Snapshot snapshot =
          database.history().lastSnapshot().orElseThrow(() -> missing(database.name()));
      Schema expected =
          new SchemaJson().read("the last snapshot of " + database.name(), snapshot.content());
      reports.add(
          report(
              database,
              "as the last run left it (%s, %s)"
                  .formatted(snapshot.migration(), snapshot.takenAt()),
              snapshot,
              expected,
              database.inspector().inspect(),
              table));
    }
    return List.copyOf(reports);
  }

  /**
   * Compares every database with what its applied migrations build in a scratch database.
   *
   * @throws StateError SCRATCH_UNAVAILABLE where none can be made
   */
  public List<DriftReport> drift() {
    List<DriftReport> reports = new ArrayList<>();
    for (Database database : open.databases().values()) {
      try (Workbench bench = bench(database)) {
        Schema built = bench.schema();
        Schema live = database.inspector().inspect();
        // What the platform brings along is none of the migrations' business.
        Schema own =
            bench.prelude().objects().isEmpty()
                ? live
                : new PlatformObjects(bench.prelude()).without(live, built);
        reports.add(report(database, "as the migrations build it", null, built, own, null));
      }
    }
    return List.copyOf(reports);
  }

  /** A scratch database in which the applied migrations have run. */
  private Workbench bench(Database database) {
    MigrationSet set = open.migrations();
    Standing standing = standing(database);
    Set<MigrationId> applied = new HashSet<>();
    standing.applied().forEach(migration -> applied.add(migration.id()));
    List<Migration> all = new ArrayList<>(set.graph().order());
    all.addAll(set.graph().repeatables());
    all.removeIf(
        migration ->
            !migration.database().equals(database.name())
                || !(applied.contains(migration.id()) || isCurrent(migration, standing)));
    Workbench bench =
        open.scratches().workbench(database.name(), database.dialect(), set.callbacks());
    boolean done = false;
    try {
      bench.migrate(all, Direction.UP);
      done = true;
      return bench;
    } finally {
      if (!done) {
        bench.close();
      }
    }
  }

  /** A repeatable migration that has run as it is now. */
  private static boolean isCurrent(Migration migration, Standing standing) {
    return migration.kind() == Migration.Kind.REPEATABLE
        && standing.history().isApplied(migration.id())
        && !standing.pending().contains(migration);
  }

  /**
   * Writes the migrations that take over what differs, or undo it. They are not proven.
   *
   * @param report what was found on one database; anything but drift of one table only
   */
  public DriftMigration write(DriftReport report, DriftRequest request) {
    Schema expected = report.drift().diff().from();
    Schema actual = report.drift().diff().to();
    boolean adopt = request.way() == DriftRequest.Way.ADOPT;
    Schema from = adopt ? expected : actual;
    Generated generated =
        new Autogenerate(Connections.renderer(expected.dialect()), request.allowance())
            .generate(from, List.of(), from, adopt ? actual : expected);
    if (!adopt) {
      requireHarmless(report.database(), generated);
    }
    List<Path> files = new ArrayList<>();
    for (GeneratedMigration migration : generated.migrations()) {
      MigrationText text = MigrationText.of(migration, generated.allowed(), "");
      String name = request.name() + (migration.suffix().isEmpty() ? "" : " " + migration.suffix());
      files.addAll(
          new MigrationFiles(open)
              .write(
                  name,
                  request.author(),
                  request.feature(),
                  report.database(),
                  new NewRequest.Draft(
                      header(report.database(), adopt, generated, migration),
                      adopt ? text.up() : Reversion.of(migration.up()),
                      adopt ? text.down() : NO_WAY_BACK)));
    }
    return new DriftMigration(report.database(), files, generated.left());
  }

  /**
   * Makes sure that what undoes the drift of one database does nothing where there was none: the
   * files are run there, too, and wherever the migrations are built anew.
   */
  private void requireHarmless(String database, Generated generated) {
    Schema built;
    try (Workbench bench = bench(open.database(database))) {
      built = bench.schema();
      for (GeneratedMigration migration : generated.migrations()) {
        bench.run(
            new ScriptReader().read("the reversion", Reversion.of(migration.up()), built.dialect()),
            "what undoes the drift");
      }
      if (bench.schema().equals(built)) {
        return;
      }
    } catch (LiftlockException e) {
      throw impossible(database, e);
    }
    throw impossible(database, null);
  }

  private static StateError impossible(String database, @Nullable LiftlockException cause) {
    return new StateError(
        List.of(
            Problem.error(
                    ErrorCode.CHANGE_IMPOSSIBLE,
                    "no migration can undo this drift of "
                        + database
                        + ", since it would not run where there is none"
                        + (cause == null ? "" : ": " + cause.problems().get(0).message()))
                .action(
                    "adopt it with --adopt; or undo it by hand:  liftlock diff  writes the SQL")),
        cause);
  }

  private static String header(
      String database, boolean adopt, Generated generated, GeneratedMigration migration) {
    String losses =
        generated.allowed().isEmpty()
            ? "None"
            : generated.allowed().stream().map(Loss::toString).collect(Collectors.joining(", "));
    boolean transactional = migration.up().transactional() && migration.down().transactional();
    return "-- Breaking Changes: "
        + losses
        + "\n-- Notes: "
        + (adopt
            ? "takes over what was changed by hand in "
            : "undoes what was changed by hand in ")
        + database
        + "; not proven\n"
        + (transactional ? "" : "-- Transaction: none\n");
  }

  private DriftReport report(
      Database database,
      String description,
      @Nullable Snapshot snapshot,
      Schema expected,
      Schema actual,
      @Nullable String table) {
    Drift drift =
        new DriftFinder(open.project().schemas().ignored(), attribution(database))
            .find(expected, actual);
    return new DriftReport(
        database.name(),
        description,
        Optional.ofNullable(snapshot),
        table == null ? drift : drift.only(relations(table, database.name(), expected, actual)),
        actual.notModelled());
  }

  private Attribution attribution(Database database) {
    return Attribution.of(standing(database).applied(), database.dialect());
  }

  private Standing standing(Database database) {
    return Standing.of(database.name(), open.migrations().graph(), database.history().read());
  }

  /** The relations, of any schema where none is written, that a name means then or now. */
  private static Set<ObjectId> relations(
      String name, String database, Schema expected, Schema actual) {
    Set<ObjectId> found = new LinkedHashSet<>();
    Set<String> known = new TreeSet<>();
    for (Schema schema : List.of(expected, actual)) {
      for (SchemaObject object : schema.objects().values()) {
        ObjectId id = object.id();
        if (id.kind().isRelation()) {
          known.add(id.name());
          if (id.name().equals(name) || id.qualified().equals(name)) {
            found.add(id);
          }
        }
      }
    }
    if (found.isEmpty()) {
      throw new UserError(
          Problem.error(ErrorCode.TABLE_UNKNOWN, "%s has no table %s".formatted(database, name))
              .action(
                  Suggestion.closest(name, known)
                      .map(near -> "did you mean " + near + "?")
                      .orElse("liftlock inspect  shows what there is")));
    }
    return found;
  }

  private static UserError missing(String database) {
    return new UserError(
        Problem.error(
                ErrorCode.SNAPSHOT_MISSING,
                "no run has kept a snapshot of %s, so there is nothing to compare it with"
                    .formatted(database))
            .action(
                "the next run that changes it keeps one; liftlock drift  compares with what the"
                    + " migrations would build"));
  }
}
