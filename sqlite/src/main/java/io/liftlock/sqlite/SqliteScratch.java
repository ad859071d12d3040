package io.liftlock.sqlite;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.Scratch;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.sqlite.link.ScratchFolder;
import io.liftlock.sqlite.link.SqliteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes databases for a moment: a file each, in a private folder for temporary files. Not in
 * memory, although that would be quicker: between migrations the connection is closed so that the
 * next one begins without pragmas, attached files and temporary tables of the one before, and a
 * database in memory would be gone with it. So a scratch database behaves as every other one does.
 */
final class SqliteScratch implements Scratch {

  private final SqliteFile beside;
  private final OpenOptions options;
  private final Path parent;

  /**
   * @param beside the file whose settings they have
   * @param parent where their folders are
   */
  SqliteScratch(SqliteFile beside, OpenOptions options, Path parent) {
    this.beside = beside;
    this.options = options;
    this.parent = parent;
  }

  @Override
  public Optional<Database> create() {
    ScratchFolder folder;
    try {
      folder = ScratchFolder.make(parent);
    } catch (IOException e) {
      throw new StateError(
          Problem.error(
                  ErrorCode.SCRATCH_UNAVAILABLE,
                  "a scratch database needs a folder for temporary files, and none can be made in "
                      + parent)
              .action("give java one that can be written: -Djava.io.tmpdir=FOLDER"),
          e);
    }
    return Optional.of(
        SqliteDatabase.open(
            beside.scratch(folder.file("scratch.db")),
            new OpenOptions(
                options.name() + " (scratch)", options.historyTable(), options.runner()),
            folder::close));
  }
}
