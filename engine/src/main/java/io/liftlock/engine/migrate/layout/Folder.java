package io.liftlock.engine.migrate.layout;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.MetadataReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of one migrations folder and the folders in it, hidden ones left out. */
public final class Folder {

  /** Deeper than this no layout keeps files. */
  private static final int DEEPEST = 8;

  /** What is kept of file texts between recognition and reading, in bytes. */
  private static final long KEPT = 32L << 20;

  private final SqlFile.Room room = new SqlFile.Room(KEPT);
  private final Path root;
  private final String shown;
  private final MetadataReader metadata;
  private final List<SqlFile> files = new ArrayList<>();
  private final Map<String, SqlFile> byRelative = new HashMap<>();

  private Folder(Path root, String shown, MetadataReader metadata) {
    this.root = root;
    this.shown = shown;
    this.metadata = metadata;
  }

  /**
   * Lists a folder.
   *
   * @param root the folder
   * @param base paths are shown relative to it where they lie below it
   * @param metadata reads YAML and TOML
   * @param problems collects FILE_UNREADABLE
   */
  public static Folder list(Path root, Path base, MetadataReader metadata, Problems problems) {
    Folder folder = new Folder(root, shown(root, base), metadata);
    if (!Files.isDirectory(root)) {
      problems.add(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE,
                  Files.exists(root)
                      ? "the migrations folder is not a folder"
                      : "there is no migrations folder")
              .at(Place.of(folder.shown))
              .action("make it with  liftlock init,  or set migrations: in liftlock.yaml"));
      return folder;
    }
    folder.list(root, "", 0, problems);
    folder.files.sort((left, right) -> left.relative().compareTo(right.relative()));
    return folder;
  }

  private static String shown(Path root, Path base) {
    Path absoluteRoot = root.toAbsolutePath().normalize();
    Path absoluteBase = base.toAbsolutePath().normalize();
    Path shown =
        absoluteRoot.startsWith(absoluteBase) ? absoluteBase.relativize(absoluteRoot) : root;
    return shown.toString().replace('\\', '/');
  }

  private void list(Path folder, String prefix, int depth, Problems problems) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (name.startsWith(".")) {
          continue;
        }
        String relative = prefix + name;
        // A look at the disk for each of ten thousand files is spared: folders are not named .sql.
        boolean sql = name.regionMatches(true, name.length() - 4, ".sql", 0, 4);
        if (!sql && Files.isDirectory(entry)) {
          if (depth < DEEPEST) {
            list(entry, relative + "/", depth + 1, problems);
          }
        } else {
          SqlFile file =
              new SqlFile(
                  entry, shown.isEmpty() ? relative : shown + "/" + relative, relative, room);
          files.add(file);
          byRelative.put(relative, file);
        }
      }
    } catch (IOException e) {
      problems.add(unreadable(prefix.isEmpty() ? shown : shown + "/" + prefix, e));
    }
  }

  /** The problem of a file that cannot be read. */
  public static Problem unreadable(String file, IOException cause) {
    return Problem.error(ErrorCode.FILE_UNREADABLE, "the file cannot be read: " + reason(cause))
        .at(Place.of(file))
        .action("check that it exists and that you may read it");
  }

  /** The same folder as if it held nothing but these files. */
  Folder only(List<SqlFile> some) {
    Folder part = new Folder(root, shown, metadata);
    for (SqlFile file : some) {
      part.files.add(file);
      part.byRelative.put(file.relative(), file);
    }
    return part;
  }

  /** What the system says, without the path, which the problem's place tells in the user's form. */
  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message = String.valueOf(cause.getMessage());
    int open = message.lastIndexOf('(');
    return cause instanceof FileNotFoundException && open >= 0 && message.endsWith(")")
        ? message.substring(open + 1, message.length() - 1)
        : message;
  }

  /**
   * A metadata file, read; empty, with the problem told, where it is not well formed.
   *
   * @throws IOException where it cannot be read
   */
  Map<String, Object> metadata(SqlFile file, MetadataReader.Format format, Arrangement into)
      throws IOException {
    try {
      return metadata.read(file.file(), file.text(), format);
    } catch (UserError e) {
      into.problems().addAll(e.problems());
      return Map.of();
    }
  }

  /** Where it is. */
  public Path root() {
    return root;
  }

  /** The path as the user would write it. */
  public String shown() {
    return shown;
  }

  /** Every file that is not hidden, by path. */
  public List<SqlFile> files() {
    return files;
  }

  /** The SQL files. */
  public List<SqlFile> sqlFiles() {
    return files.stream().filter(SqlFile::isSql).toList();
  }

  /** The SQL files of one folder within; those of every other are strays. */
  List<SqlFile> sqlFilesIn(String folder, Arrangement strays) {
    List<SqlFile> here = new ArrayList<>(files.size());
    for (SqlFile file : files) {
      if (file.isSql()) {
        if (file.folder().equals(folder)) {
          here.add(file);
        } else {
          strays.stray(file);
        }
      }
    }
    return here;
  }

  /** The file with a path within the folder, or null. */
  public @Nullable SqlFile file(String relative) {
    return byRelative.get(relative);
  }

  /** Lets go of what was read of the files. */
  public void release() {
    files.forEach(SqlFile::release);
  }
}
