package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.SqliteFile;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens readers of a file in WAL mode that all see the same commit. They begin while this process
 * holds the write lock, so that nobody can commit between them. Where somebody else holds it for
 * long, or this user may not write, they begin without it: then {@code PRAGMA data_version} of
 * another connection tells whether there was a commit meanwhile, and if so they begin again.
 */
final class SharedInstant {

  /** How long the write lock is waited for, in milliseconds, before it is done without. */
  private static final int PATIENCE_MS = 500;

  private static final int MOST_TRIES = 200;

  private final SqliteFile file;

  SharedInstant(SqliteFile file) {
    this.file = file;
  }

  /** Opens as many readers. */
  ReadPoint open(int readers) throws SQLException {
    List<Link> links = new ArrayList<>();
    boolean open = false;
    try (Link gate = file.connect()) {
      for (int i = 0; i < readers; i++) {
        links.add(file.connect());
      }
      if (holdsWrites(gate)) {
        begin(links);
        gate.rollback();
      } else {
        beginBetweenCommits(gate, links);
      }
      open = true;
      return new SqliteReadPoint(file, "", Consistency.FULL, Instant.now(), links, () -> {});
    } finally {
      if (!open) {
        for (Link link : links) {
          link.close();
        }
      }
    }
  }

  private static boolean holdsWrites(Link gate) throws SQLException {
    gate.busyTimeout(PATIENCE_MS);
    try {
      gate.execute("BEGIN IMMEDIATE");
      return true;
    } catch (SQLException e) {
      if (Failures.isLock(e) || Failures.isReadOnly(e)) {
        return false;
      }
      throw e;
    }
  }

  private static void begin(List<Link> links) throws SQLException {
    for (Link link : links) {
      link.execute("BEGIN");
      // BEGIN alone looks at nothing; the first read decides what is seen from then on.
      link.value("SELECT count(*) FROM main.sqlite_schema");
    }
  }

  private void beginBetweenCommits(Link gate, List<Link> links) throws SQLException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      String before = gate.value("PRAGMA main.data_version").orElse("");
      begin(links);
      if (gate.value("PRAGMA main.data_version").orElse("").equals(before)) {
        return;
      }
      for (Link link : links) {
        link.rollback();
      }
    }
    throw Failures.error(
        file,
        "opening readers of one instant",
        new SQLException("another connection commits without a pause", "", 5));
  }
}
