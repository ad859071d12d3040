package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.transfer.ByteSize;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.ScratchFolder;
import io.liftlock.sqlite.link.SqliteFile;
import io.liftlock.sqlite.sql.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A copy of a file that has a rollback journal: one instant that may be read at leisure. It is in a
 * folder of its own beside the file, which is removed with the read point, and by the next copy
 * where this process was killed. VACUUM INTO keeps the rows' numbers, unlike VACUUM.
 */
final class FileCopy {

  private final SqliteFile file;
  private final Link link;

  FileCopy(SqliteFile file, Link link) {
    this.file = file;
    this.link = link;
  }

  /** Makes the copy and opens it. */
  ReadPoint open(int readers) throws SQLException {
    long bytes = size();
    Path parent = folder();
    refuseSmall(parent, bytes);
    ScratchFolder folder = make(parent);
    List<Link> links = new ArrayList<>();
    boolean open = false;
    try {
      Path path = folder.file("copy.db");
      Instant at = Instant.now();
      link.execute("VACUUM main INTO " + Quoted.literal(path.toString()));
      SqliteFile copy = file.scratch(path);
      for (int i = 0; i < readers; i++) {
        links.add(copy.connect());
      }
      open = true;
      return new SqliteReadPoint(
          file,
          "a copy of " + ByteSize.text(bytes) + " in " + parent,
          Consistency.FULL,
          at,
          links,
          folder::close);
    } finally {
      if (!open) {
        for (Link reader : links) {
          reader.close();
        }
        folder.close();
      }
    }
  }

  private long size() throws SQLException {
    long pages = number("page_count") - number("freelist_count");
    return pages * number("page_size");
  }

  private long number(String pragma) throws SQLException {
    return link.value("PRAGMA main." + pragma).map(Long::valueOf).orElse(0L);
  }

  /** Beside the database, or where temporary files go if nothing can be written there. */
  private Path folder() {
    Path parent = file.path().getParent();
    return parent != null && Files.isWritable(parent)
        ? parent
        : Path.of(System.getProperty("java.io.tmpdir"));
  }

  private void refuseSmall(Path parent, long bytes) {
    long free;
    try {
      free = Files.getFileStore(parent).getUsableSpace();
    } catch (IOException e) {
      // Then the disk itself says when it is full.
      return;
    }
    if (free < bytes) {
      throw new DatabaseError(
          Problem.error(
                  ErrorCode.DISK_FULL,
                  "database "
                      + file.name()
                      + " has a rollback journal, so it is read from a copy of "
                      + ByteSize.text(bytes)
                      + " in "
                      + parent
                      + ", where there is room for "
                      + ByteSize.text(free)
                      + " only")
              .action(
                  "make room there, or switch the database to WAL mode, which needs no copy:"
                      + " PRAGMA journal_mode = WAL"),
          null);
    }
  }

  private ScratchFolder make(Path parent) {
    try {
      return ScratchFolder.make(parent);
    } catch (IOException e) {
      throw new DatabaseError(
          Problem.error(
                  ErrorCode.DATABASE_READ_ONLY,
                  "database "
                      + file.name()
                      + " has a rollback journal, so it is read from a copy, and none can be made"
                      + " in "
                      + parent)
              .action("make the folder of the database writable for this user"),
          e);
    }
  }
}
