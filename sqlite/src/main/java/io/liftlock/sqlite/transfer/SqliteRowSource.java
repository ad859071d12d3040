package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.RowSource;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.transfer.ServerSize;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.SqliteFile;
import java.sql.SQLException;

/** Lets the rows of a file be read at one instant. */
public final class SqliteRowSource implements RowSource {

  private final SqliteFile file;

  /** The rows of this file. */
  public SqliteRowSource(SqliteFile file) {
    this.file = file;
  }

  @Override
  public String identity() {
    return FileIdentity.of(file);
  }

  @Override
  public String server() {
    return FileIdentity.of(file);
  }

  @Override
  public ServerSize size() {
    return FileIdentity.size(Integer.MAX_VALUE);
  }

  /**
   * {@inheritDoc}
   *
   * <p>In WAL mode the readers begin while a write transaction is held for that instant, so that
   * nobody can commit between them. With a rollback journal a reader would keep the application
   * from committing until it ends; so the readers get a copy of the file, made by VACUUM INTO
   * beside it and removed with the point.
   */
  @Override
  public ReadPoint open(int readers) {
    if (!file.exists()) {
      throw new DatabaseError(
          Problem.error(
                  ErrorCode.CONNECTION_FAILED,
                  "database " + file.name() + ": there is no file " + file.shown())
              .action("correct the URL of the database"),
          null);
    }
    try (Link link = file.connect()) {
      String journal = link.value("PRAGMA main.journal_mode").orElse("");
      return journal.equals("wal")
          ? new SharedInstant(file).open(Math.max(1, readers))
          : new FileCopy(file, link).open(Math.max(1, readers));
    } catch (SQLException e) {
      throw Failures.error(file, "opening a point to read at", e);
    }
  }
}
