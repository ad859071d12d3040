package io.liftlock.engine.migrate;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.MetadataReader;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.engine.migrate.layout.Draft;
import io.liftlock.engine.migrate.layout.Folder;
import io.liftlock.engine.migrate.layout.Layout;
import io.liftlock.engine.migrate.layout.Layouts;
import io.liftlock.engine.migrate.layout.NewFile;
import io.liftlock.engine.migrate.layout.Scaffold;
import io.liftlock.engine.migrate.layout.SqlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the files of a new migration in the layout that the folder has: with the next number or
 * the time, a header to fill in, and a place for the rollback. Never overwrites a file.
 */
public final class NewMigration {

  private final MetadataReader metadata;
  private final Clock clock;

  /**
   * A writer.
   *
   * @param metadata reads the metadata files that some layouts keep
   * @param clock tells the time of timestamps and of the header's date
   */
  public NewMigration(MetadataReader metadata, Clock clock) {
    this.metadata = metadata;
    this.clock = clock;
  }

  /**
   * Writes the files.
   *
   * @throws UserError USAGE for a name without a letter or digit, or where the folder to write to
   *     is not clear; LAYOUT_UNKNOWN and LAYOUT_AMBIGUOUS; FILE_EXISTS; FILE_UNREADABLE where the
   *     folder cannot be written
   */
  public Written write(NewRequest request) {
    String slug = Scaffold.slug(request.name());
    if (slug.isEmpty()) {
      throw usage(
          "a migration needs a name with a letter or a digit", "liftlock new add_note_to_trades");
    }
    return write(request, slug, request.name().strip().replace('\n', ' '), List.of());
  }

  /** Writes the files of a migration that stands on others, too. */
  Written write(NewRequest request, String slug, String purpose, List<MigrationId> depends) {
    try {
      Files.createDirectories(request.folder());
      Problems problems = new Problems();
      Folder folder = Folder.list(request.folder(), request.base(), metadata, problems);
      boolean begun = !folder.sqlFiles().isEmpty();
      boolean named = request.layout() != null && !request.layout().equalsIgnoreCase("auto");
      // In an empty folder a feature is enough to know that there are to be features.
      String wanted = !named && !begun && request.branch() != null ? "features" : request.layout();
      Layouts.Arranged arranged = Layouts.arrange(folder, wanted, problems);
      problems.throwIfErrors();
      Layout layout = arranged.layout();
      Collection<Draft> drafts = arranged.arrangement().drafts();
      LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
      String author = request.author() == null ? "" : request.author().strip();
      Scaffold scaffold =
          new Scaffold(
              folder,
              drafts.stream().map(Draft::id).toList(),
              slug,
              header(purpose, now, author, request),
              depends.isEmpty() && layout.declaresParents() ? heads(drafts) : depends,
              branch(request, layout, folder),
              author,
              now,
              new Scaffold.Content(request.draft().up(), request.draft().down()));
      List<NewFile> files = layout.scaffold(scaffold);
      return new Written(layout.name(), store(request.folder(), folder, files));
    } catch (IOException e) {
      throw new UserError(Folder.unreadable(request.folder().toString(), e), e);
    }
  }

  private static String header(
      String purpose, LocalDateTime now, String author, NewRequest request) {
    StringBuilder header = new StringBuilder();
    header.append("-- Purpose: ").append(purpose).append('\n');
    header.append("-- Date: ").append(now.toLocalDate()).append('\n');
    if (!author.isEmpty()) {
      header.append("-- Author: ").append(author).append('\n');
    }
    if (request.database() != null) {
      header.append("-- Database: ").append(request.database()).append('\n');
    }
    return header.append(request.draft().header()).toString();
  }

  /** What nothing stands on. */
  private static List<MigrationId> heads(Collection<Draft> drafts) {
    Set<MigrationId> heads = new TreeSet<>();
    drafts.forEach(draft -> heads.add(draft.id()));
    drafts.forEach(draft -> draft.parents().forEach(heads::remove));
    return List.copyOf(heads);
  }

  private static String branch(NewRequest request, Layout layout, Folder folder) {
    String branch = request.branch();
    if (!layout.hasBranches()) {
      if (branch != null) {
        throw usage(
            "the layout " + layout.name() + " has no folders to choose from",
            "leave the folder out, or name the layout:  --layout features");
      }
      return "";
    }
    Set<String> branches = new TreeSet<>();
    for (SqlFile file : folder.sqlFiles()) {
      if (!file.folder().isEmpty()) {
        branches.add(file.folder());
      }
    }
    if (branch != null) {
      String clean = branch.strip().replaceAll("/+$", "");
      if (clean.isEmpty()
          || clean.startsWith("/")
          || clean.contains("..")
          || clean.startsWith(".")) {
        throw usage("not the name of a folder: " + branch, "liftlock new NAME --feature events");
      }
      String meant = Suggestion.closest(clean, branches).orElse(clean);
      if (!branches.contains(clean) && !meant.equals(clean)) {
        throw usage(
            "there is no folder " + clean + " yet, but " + meant + " is very like it",
            "write " + meant + ", or make the folder " + clean + " with a first file by hand");
      }
      return clean;
    }
    if (layout.needsBranch()) {
      if (branches.size() == 1) {
        return branches.iterator().next();
      }
      throw usage(
          "it is not said which feature the migration is for"
              + (branches.isEmpty() ? "" : ": there are " + String.join(", ", branches)),
          "liftlock new NAME --feature "
              + (branches.isEmpty() ? "FOLDER" : branches.iterator().next()));
    }
    return "";
  }

  private static UserError usage(String message, String action) {
    return new UserError(Problem.error(ErrorCode.USAGE, message).action(action));
  }

  private static List<Path> store(Path root, Folder folder, List<NewFile> files)
      throws IOException {
    Problems problems = new Problems();
    for (NewFile file : files) {
      if (!file.append() && Files.exists(root.resolve(file.relative()))) {
        problems.add(
            Problem.error(ErrorCode.FILE_EXISTS, "the file exists already, and stays as it is")
                .at(Place.of(folder.shown() + "/" + file.relative()))
                .action("choose another name"));
      }
    }
    problems.throwIfErrors();
    List<Path> written = new ArrayList<>();
    // What grows a file that exists (a plan) comes last: it names files that are there by then.
    for (boolean append : new boolean[] {false, true}) {
      for (NewFile file : files) {
        if (file.append() == append) {
          written.add(store(root.resolve(file.relative()), file));
        }
      }
    }
    return written;
  }

  private static Path store(Path path, NewFile file) throws IOException {
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    String text = file.text();
    if (!file.append()) {
      Files.write(path, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
      return path;
    }
    String before = Files.exists(path) ? Files.readString(path) : "";
    String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
    Files.write(
        path,
        (gap + text).getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return path;
  }
}
