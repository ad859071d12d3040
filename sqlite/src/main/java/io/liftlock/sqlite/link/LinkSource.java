package io.liftlock.sqlite.link;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a database, made when somebody needs it. Who only reads does not make a file
 * that is not there.
 */
public final class LinkSource {

  private final SqliteFile file;
  private @Nullable Link link;
  private boolean closed;

  public LinkSource(SqliteFile file) {
    this.file = file;
  }

  /** The connection, where the file is there. */
  public Optional<Link> ifThere() {
    return link == null && !file.exists() ? Optional.empty() : Optional.of(get());
  }

  /** The connection; makes the file where it is not there. */
  public Link get() {
    if (closed) {
      throw new IllegalStateException("the database is closed");
    }
    Link known = link;
    if (known == null) {
      known = file.connect();
      link = known;
    }
    return known;
  }

  /** Whether a connection is open. */
  public boolean isOpen() {
    return link != null;
  }

  /** Closes the connection: the next one begins without anything this one was told. */
  public void drop() {
    Link known = link;
    link = null;
    if (known != null) {
      try {
        known.close();
      } catch (SQLException e) {
        throw Failures.error(file, "closing the connection", e);
      }
    }
  }

  /** Closes the connection for good. */
  public void close() {
    closed = true;
    drop();
  }

  /** The file. */
  public SqliteFile file() {
    return file;
  }
}
