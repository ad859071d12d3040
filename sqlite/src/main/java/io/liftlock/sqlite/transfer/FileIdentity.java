package io.liftlock.sqlite.transfer;

import io.liftlock.core.transfer.ServerSize;
import io.liftlock.sqlite.link.SqliteFile;
import java.io.IOException;

/** Which file it is. */
final class FileIdentity {

  private FileIdentity() {}

  /**
   * What the operating system tells files apart by, so that a hard link is the same database; the
   * path, with links resolved, of a file that is not there yet.
   */
  static String of(SqliteFile file) {
    try {
      Object identity = file.exists() ? SqliteFile.identity(file.path()) : file.path();
      return "sqlite:" + identity;
    } catch (IOException e) {
      return "sqlite:" + file.path();
    }
  }

  /** A file is read and written by this process: there is no server that could be small. */
  static ServerSize size(int connections) {
    return new ServerSize(connections, 0, 0, false);
  }
}
