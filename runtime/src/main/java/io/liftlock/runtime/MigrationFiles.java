package io.liftlock.runtime;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.engine.migrate.MergeWriter;
import io.liftlock.engine.migrate.NewMigration;
import io.liftlock.engine.migrate.NewRequest;
import io.liftlock.engine.migrate.Written;
import io.liftlock.engine.model.MigrationText;
import io.liftlock.runtime.config.MetadataFiles;
import io.liftlock.runtime.config.Project;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes new migration files. Never overwrites one; needs no database. */
public final class MigrationFiles {

  private final OpenProject open;

  MigrationFiles(OpenProject open) {
    this.open = open;
  }

  /**
   * Writes the next migration and its rollback.
   *
   * @param name as a person writes it
   * @param author who writes it, or null
   * @param feature the feature folder, or null to find it
   * @return what was written, relative to the project
   */
  public List<Path> create(String name, @Nullable String author, @Nullable String feature) {
    Written written =
        new NewMigration(new MetadataFiles(), open.timing().clock())
            .write(request(name, author, feature));
    return relative(written.files());
  }

  /**
   * Writes a set of migrations with consecutive ids. Where one cannot be written, those before it
   * stay: each step is whole, and the next time the rest is generated.
   *
   * @param texts by the name that each is called, in order
   * @param author who writes them, or null
   * @param feature the feature folder, or null to find it
   * @param database its configured name
   * @return what was written, relative to the project
   */
  List<Path> write(
      Map<String, MigrationText> texts,
      @Nullable String author,
      @Nullable String feature,
      String database) {
    List<Path> files = new ArrayList<>();
    Clock clock = open.timing().clock();
    for (Map.Entry<String, MigrationText> entry : texts.entrySet()) {
      MigrationText text = entry.getValue();
      files.addAll(
          new NewMigration(new MetadataFiles(), clock)
              .write(
                  request(entry.getKey(), author, feature, database)
                      .with(
                          entry.getKey(),
                          new NewRequest.Draft(text.header(), text.up(), text.down())))
              .files());
      // Where ids are times, each has one of its own.
      clock = Clock.offset(clock, Duration.ofSeconds(1));
    }
    return relative(files);
  }

  /**
   * Writes the migration that stands on all heads.
   *
   * @param name as a person writes it, or empty to name it after what it joins
   * @return what was written, relative to the project; empty where there is one head already
   */
  public List<Path> merge(String name, @Nullable String author, @Nullable String feature) {
    if (open.migrations().graph().heads().size() < 2) {
      return List.of();
    }
    return new MergeWriter(new MetadataFiles(), open.timing().clock())
        .write(request(name, author, feature), open.migrations().graph())
        .map(written -> relative(written.files()))
        .orElse(List.of());
  }

  /**
   * Writes a migration that was generated for a database.
   *
   * @param database its configured name
   * @param draft what stands in it
   */
  List<Path> write(
      String name,
      @Nullable String author,
      @Nullable String feature,
      String database,
      NewRequest.Draft draft) {
    NewRequest request = request(name, author, feature, database).with(name, draft);
    return relative(
        new NewMigration(new MetadataFiles(), open.timing().clock()).write(request).files());
  }

  private NewRequest request(String name, @Nullable String author, @Nullable String feature) {
    Project project = open.project();
    String database = project.selected();
    if (database == null && project.databases().size() > 1 && project.assigned().isEmpty()) {
      throw new UserError(
          Problem.error(
                  ErrorCode.DATABASE_UNASSIGNED,
                  "it is not said which database the migration is for: there are "
                      + String.join(
                          ", ", project.databases().stream().map(source -> source.name()).toList()))
              .action("choose one with --database NAME"));
    }
    return request(name, author, feature, database);
  }

  private NewRequest request(
      String name, @Nullable String author, @Nullable String feature, @Nullable String database) {
    Project project = open.project();
    return new NewRequest(
        // The last folder is where a project adds; the others are what it builds on.
        project.migrations().get(project.migrations().size() - 1),
        project.directory(),
        project.layout(),
        name,
        author,
        feature,
        project.databases().size() > 1 ? database : null,
        NewRequest.Draft.EMPTY);
  }

  private List<Path> relative(List<Path> files) {
    Path base = open.project().directory();
    return files.stream()
        .map(file -> file.startsWith(base) ? base.relativize(file) : file)
        .toList();
  }
}
