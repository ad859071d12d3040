package io.liftlock.runtime;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Callback;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationGraph;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Snapshot;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RenameComment;
import io.liftlock.core.sql.Script;
import io.liftlock.engine.migrate.MigrationReader;
import io.liftlock.engine.migrate.ReadRequest;
import io.liftlock.engine.proof.Workbench;
import io.liftlock.runtime.config.DatabaseSource;
import io.liftlock.runtime.config.MetadataFiles;
import io.liftlock.runtime.config.ProjectReader;
import io.liftlock.runtime.render.SchemaJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where schemas are read from, as people name it: {@code live}, {@code migrations}, {@code model},
 * {@code snapshot}, a configured database, a URL, a folder of migrations, SQL files, a saved
 * snapshot. What is in files is built in a scratch database and read back.
 */
final class Sources {

  private static final String MIGRATIONS = "migrations";
  private static final String MODEL = "model";

  private final OpenProject open;
  private final Set<Schema> built = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable Schema prelude;
  private Map<String, List<RenameComment>> comments = Map.of();

  Sources(OpenProject open) {
    this.open = open;
  }

  /**
   * Two schemas that can be compared: without what the configuration ignores, and where one was
   * built behind a prelude, without what that made in the other.
   */
  List<NamedSchema> comparable(NamedSchema left, NamedSchema right) {
    return List.of(comparableWith(left, right), comparableWith(right, left));
  }

  private NamedSchema comparableWith(NamedSchema one, NamedSchema other) {
    Schema schema = one.schema();
    Schema made = prelude;
    if (made != null && !built.contains(schema) && built.contains(other.schema())) {
      schema = new PlatformObjects(made).without(schema, other.schema());
    }
    return new NamedSchema(
        one.name(), one.description(), open.project().schemas().withoutIgnored(schema));
  }

  /**
   * Reads a source.
   *
   * @throws UserError SCHEMA_SOURCE_INVALID where the text names nothing that can be read
   */
  NamedSchema read(String text) {
    comments = Map.of();
    switch (text) {
      case "live" -> {
        return live(only(text));
      }
      case "snapshot" -> {
        return snapshot(only(text));
      }
      case MIGRATIONS -> {
        return migrations(only(text));
      }
      case MODEL -> {
        return model(only(text));
      }
      default -> {}
    }
    for (DatabaseSource database : open.project().databases()) {
      if (database.name().equals(text)) {
        return opened(database);
      }
    }
    if (text.startsWith(MIGRATIONS + ":")) {
      return migrations(text, folder(text.substring(MIGRATIONS.length() + 1)));
    }
    if (text.startsWith(MODEL + ":")) {
      return model(only(text), text, List.of(existing(text.substring(MODEL.length() + 1))));
    }
    if (text.endsWith(".json")) {
      return new NamedSchema(text, text, new SchemaJson().read(text, content(text)));
    }
    Path path = path(text);
    if (path != null && Files.isDirectory(path)) {
      return isModel(path) ? model(only(text), text, List.of(path)) : migrations(text, path);
    }
    if (path != null && Files.isRegularFile(path)) {
      return model(only(text), text, List.of(path));
    }
    if (text.contains(":")) {
      // What was written may hold a password; its name from here on does not.
      DatabaseUrl url = DatabaseUrl.parse(text);
      return opened(new DatabaseSource(url.toString(), url, "argument", List.of()));
    }
    throw new UserError(
        Problem.error(ErrorCode.SCHEMA_SOURCE_INVALID, "there is no source of a schema " + text)
            .action(
                "name live, migrations, model or snapshot, a database of the configuration, a URL,"
                    + " a folder, a .sql file, or a .json file that  liftlock inspect --out "
                    + " wrote"));
  }

  /** What a database of the project looks like now. */
  NamedSchema live(DatabaseSource source) {
    return new NamedSchema(
        source.name(), source.url().toString(), open.database(source.name()).inspector().inspect());
  }

  /** What a database looked like after the last run that changed it. */
  NamedSchema snapshot(DatabaseSource source) {
    Snapshot snapshot =
        open.database(source.name())
            .history()
            .lastSnapshot()
            .orElseThrow(
                () ->
                    new UserError(
                        Problem.error(
                                ErrorCode.SNAPSHOT_MISSING,
                                source.name() + " keeps no snapshot of its schema yet")
                            .action(
                                "run  liftlock migrate  once; each run that changes it keeps"
                                    + " one")));
    String origin = "the snapshot of " + source.name() + " after " + snapshot.migration();
    return new NamedSchema(
        source.name() + " snapshot", origin, new SchemaJson().read(origin, snapshot.content()));
  }

  /** What the project's migrations build of a database. */
  NamedSchema migrations(DatabaseSource source) {
    return migrations(source, all(open.migrations().graph(), source.name()));
  }

  /** What a migration and everything it stands on build of a database. */
  NamedSchema migrations(DatabaseSource source, MigrationId upTo) {
    MigrationGraph graph = open.migrations().graph();
    Set<MigrationId> wanted = new HashSet<>(graph.ancestors(upTo));
    wanted.add(upTo);
    return migrations(
        source,
        graph.order().stream()
            .filter(migration -> migration.database().equals(source.name()))
            .filter(migration -> wanted.contains(migration.id()))
            .toList());
  }

  private NamedSchema migrations(DatabaseSource source, List<Migration> migrations) {
    Schema schema =
        built(
            source,
            open.migrations().callbacks(),
            bench -> bench.migrate(migrations, Direction.UP));
    return new NamedSchema(MIGRATIONS, "the migrations of " + source.name(), schema);
  }

  private NamedSchema migrations(String text, Path folder) {
    DatabaseSource source = only(text);
    Problems problems = new Problems();
    MigrationSet set = new MigrationReader(new MetadataFiles()).read(request(folder), problems);
    problems.throwIfErrors();
    List<Migration> migrations = all(set.graph(), source.name());
    Schema schema =
        built(source, set.callbacks(), bench -> bench.migrate(migrations, Direction.UP));
    return new NamedSchema(text, "the migrations in " + shown(folder), schema);
  }

  private static List<Migration> all(MigrationGraph graph, String database) {
    List<Migration> all = new ArrayList<>(graph.order());
    all.addAll(graph.repeatables());
    return all.stream().filter(migration -> migration.database().equals(database)).toList();
  }

  /**
   * The desired state of a database, as the configuration names it.
   *
   * @throws UserError MODEL_MISSING where it names none
   */
  NamedSchema model(DatabaseSource source) {
    return model(source, MODEL, modelFiles(source));
  }

  private List<Path> modelFiles(DatabaseSource source) {
    List<Path> files = open.project().schemas().model(source.name());
    if (files.isEmpty()) {
      throw new UserError(
          Problem.error(
                  ErrorCode.MODEL_MISSING,
                  "the configuration names no desired state of " + source.name())
              .action("write  model: FOLDER  into liftlock.yaml, a folder of SQL files"));
    }
    return files;
  }

  /**
   * What the comments in the source that was read last say was renamed, by file; empty where it was
   * no model.
   */
  Map<String, List<RenameComment>> renameComments() {
    return comments;
  }

  private Map<String, List<RenameComment>> comments(List<Path> files, Dialect dialect) {
    Map<String, List<RenameComment>> found = new LinkedHashMap<>();
    new ModelFiles(open.project().directory())
        .texts(files)
        .forEach((file, text) -> found.put(file, RenameComment.in(dialect, text)));
    return found;
  }

  private NamedSchema model(DatabaseSource source, String name, List<Path> files) {
    List<Script> scripts =
        new ModelFiles(open.project().directory()).read(files, OpenProject.dialect(source.url()));
    comments = comments(files, OpenProject.dialect(source.url()));
    Schema schema = built(source, List.of(), bench -> bench.build(scripts));
    return new NamedSchema(
        name,
        "the model in " + String.join(", ", files.stream().map(this::shown).toList()),
        schema);
  }

  private Schema built(
      DatabaseSource source, List<Callback> callbacks, Consumer<Workbench> building) {
    Dialect dialect = OpenProject.dialect(source.url());
    try (Workbench bench = open.scratches().workbench(source.name(), dialect, callbacks)) {
      prelude = bench.prelude();
      building.accept(bench);
      Schema schema = bench.schema();
      built.add(schema);
      return schema;
    }
  }

  private NamedSchema opened(DatabaseSource source) {
    if (open.project().targets().contains(source)) {
      return live(source);
    }
    try (Connections connections =
        Connections.begin(
                List.of(source),
                open.project().directory(),
                open.project().history(),
                open.runner())
            .join()) {
      return new NamedSchema(
          source.name(),
          source.url().toString(),
          connections.databases().values().iterator().next().inspector().inspect());
    }
  }

  /** The one database that is meant; where none is configured, any PostgreSQL. */
  private DatabaseSource only(String text) {
    List<DatabaseSource> targets = open.project().targets();
    if (targets.isEmpty() && !List.of("live", "snapshot").contains(text)) {
      return new DatabaseSource(
          ProjectReader.ONLY_DATABASE,
          DatabaseUrl.parse("embedded:" + ProjectReader.ONLY_DATABASE),
          "nowhere",
          List.of());
    }
    if (targets.size() != 1) {
      throw new UserError(
          Problem.error(
                  ErrorCode.DATABASE_UNKNOWN,
                  targets.isEmpty()
                      ? "no database is named anywhere, so nothing is " + text
                      : "the project has several databases, so it is not clear what "
                          + text
                          + " is")
              .action(
                  targets.isEmpty()
                      ? "give --url, or set DATABASE_URL"
                      : "choose one with --database: "
                          + String.join(
                              ", ", targets.stream().map(DatabaseSource::name).toList())));
    }
    return targets.get(0);
  }

  /** Whether a folder holds SQL files of a desired state, rather than migrations. */
  private boolean isModel(Path folder) {
    Path normal = folder.normalize();
    if (open.project().migrations().contains(normal)) {
      return false;
    }
    if (open.project().schemas().model().values().stream().anyMatch(all -> all.contains(normal))) {
      return true;
    }
    Problems problems = new Problems();
    MigrationSet set = new MigrationReader(new MetadataFiles()).read(request(folder), problems);
    return set.graph().order().isEmpty()
        || problems.all().stream()
            .anyMatch(
                problem ->
                    problem.code() == ErrorCode.LAYOUT_UNKNOWN
                        || problem.code() == ErrorCode.LAYOUT_AMBIGUOUS);
  }

  private ReadRequest request(Path folder) {
    ReadRequest usual = open.readRequest();
    return new ReadRequest(
        List.of(folder), usual.base(), null, usual.databases(), usual.assignments());
  }

  private Path folder(String text) {
    Path path = existing(text);
    if (!Files.isDirectory(path)) {
      throw new UserError(
          Problem.error(ErrorCode.SCHEMA_SOURCE_INVALID, text + " is no folder of migrations"));
    }
    return path;
  }

  private Path existing(String text) {
    Path path = path(text);
    if (path == null || !Files.exists(path)) {
      throw new UserError(
          Problem.error(ErrorCode.SCHEMA_SOURCE_INVALID, "there is no file or folder " + text));
    }
    return path;
  }

  private @Nullable Path path(String text) {
    try {
      return open.project().directory().resolve(text).normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private String shown(Path path) {
    Path base = open.project().directory();
    return path.startsWith(base) ? base.relativize(path).toString() : path.toString();
  }

  private String content(String file) {
    try {
      return Files.readString(existing(file));
    } catch (IOException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE,
                  "the snapshot cannot be read: " + e.getClass().getSimpleName())
              .at(Place.of(file)),
          e);
    }
  }
}
