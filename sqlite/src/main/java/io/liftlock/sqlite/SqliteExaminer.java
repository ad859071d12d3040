package io.liftlock.sqlite;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.Examiner;
import io.liftlock.core.database.LockHolder;
import io.liftlock.core.report.CheckResult;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.LinkSource;
import io.liftlock.sqlite.link.NativeLibrary;
import io.liftlock.sqlite.link.SqliteFile;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out what will work on a SQLite file and what will not. */
final class SqliteExaminer implements Examiner {

  /** Larger files are not read from end to end just to look. */
  private static final long LARGEST_CHECKED = 256L << 20;

  private static final Set<String> NETWORK =
      Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smbfs", "sshfs", "fuse.sshfs", "9p", "afpfs");

  private final LinkSource links;
  private final LockFile lock;

  SqliteExaminer(LinkSource links, LockFile lock) {
    this.links = links;
    this.lock = lock;
  }

  /** A look into the database. */
  @FunctionalInterface
  private interface Look {
    CheckResult at(Link link) throws SQLException;
  }

  @Override
  public List<CheckResult> examine() {
    SqliteFile file = links.file();
    List<CheckResult> results = new ArrayList<>();
    results.add(CheckResult.passed("version", "SQLite " + NativeLibrary.sqliteVersion()));
    results.add(writable(file));
    results.add(disk(file));
    results.add(fileSystem(file));
    results.add(migrationLock());
    if (!file.exists()) {
      results.add(
          CheckResult.passed("content", "there is no file yet; the first migration makes it"));
      return results;
    }
    results.add(look("journal", this::journal));
    results.add(look("writers", this::writers));
    results.add(look("format", SqliteExaminer::format));
    results.add(look("integrity", this::integrity));
    results.add(look("foreign keys", this::foreignKeys));
    return results;
  }

  private CheckResult look(String name, Look look) {
    try {
      return look.at(links.get());
    } catch (SQLException e) {
      return Failures.isLock(e)
          ? CheckResult.unknown(name, "another connection holds a lock on the file")
          : CheckResult.failed(
              name, Failures.text(e), "restore the file from a backup, or correct its rights");
    }
  }

  private static CheckResult writable(SqliteFile file) {
    Path folder = existingFolder(file.path());
    if (file.exists() && !Files.isWritable(file.path())) {
      return CheckResult.failed(
          "writable", file.shown() + " is read-only for this user", "correct the file's rights");
    }
    return Files.isWritable(folder)
        ? CheckResult.passed("writable", file.shown())
        : CheckResult.failed(
            "writable",
            "SQLite writes its journal beside the file, and this user may not write in " + folder,
            "correct the folder's rights");
  }

  private static Path existingFolder(Path path) {
    Path folder = path.getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder == null ? path : folder;
  }

  private static CheckResult disk(SqliteFile file) {
    try {
      long free = Files.getFileStore(existingFolder(file.path())).getUsableSpace();
      long size = file.exists() ? Files.size(file.path()) : 0;
      String detail = megabytes(free) + " free, the database has " + megabytes(size);
      // A table that is rebuilt, and VACUUM, need up to twice the file's size for a while.
      return free > 2 * size
          ? CheckResult.passed("disk", detail)
          : CheckResult.warned(
              "disk", detail, "make room: rebuilding a table or VACUUM needs up to twice its size");
    } catch (IOException e) {
      return CheckResult.unknown("disk", "the free space cannot be read");
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
  }

  private static CheckResult fileSystem(SqliteFile file) {
    try {
      FileStore store = Files.getFileStore(existingFolder(file.path()));
      return NETWORK.contains(store.type().toLowerCase(Locale.ROOT))
          ? CheckResult.warned(
              "file system",
              store.type() + ": locks of a network file system are often not reliable",
              "keep the database on a local disk")
          : CheckResult.passed("file system", store.type());
    } catch (IOException e) {
      return CheckResult.unknown("file system", "it cannot be found out");
    }
  }

  private CheckResult migrationLock() {
    Optional<LockHolder> holder = lock.holder();
    return holder
        .map(
            who ->
                CheckResult.warned(
                    "migration lock",
                    "held by " + who.description(),
                    "wait for it to end; the lock goes with its process"))
        .orElseGet(() -> CheckResult.passed("migration lock", "free"));
  }

  private CheckResult journal(Link link) throws SQLException {
    String mode = link.value("PRAGMA journal_mode").orElse("");
    return switch (mode) {
      case "off", "memory" ->
          CheckResult.warned(
              "journal",
              mode + ": a crash in the middle of a transaction damages the file",
              "PRAGMA journal_mode = wal");
      case "wal" -> CheckResult.passed("journal", "wal: readers go on while a migration writes");
      default -> CheckResult.passed("journal", mode + ": readers wait while a migration commits");
    };
  }

  private CheckResult writers(Link link) throws SQLException {
    try {
      link.execute("BEGIN IMMEDIATE");
      link.execute("ROLLBACK");
      return CheckResult.passed("writers", "nobody else writes now");
    } catch (SQLException e) {
      if (!Failures.isLock(e)) {
        throw e;
      }
      StringBuilder who = new StringBuilder("another connection holds a lock");
      for (Blocker blocker : FileLocks.on(links.file())) {
        who.append(", process ")
            .append(blocker.processId())
            .append(" (")
            .append(blocker.application())
            .append(')');
      }
      return CheckResult.warned("writers", who.toString(), "migrate when it has finished");
    }
  }

  private static CheckResult format(Link link) throws SQLException {
    return CheckResult.passed(
        "format",
        "pages of "
            + link.value("PRAGMA page_size").orElse("?")
            + " bytes, "
            + link.value("PRAGMA encoding").orElse("?")
            + ", auto_vacuum "
            + link.value("PRAGMA auto_vacuum").orElse("?"));
  }

  private CheckResult integrity(Link link) throws SQLException {
    Optional<CheckResult> tooLarge = tooLarge("integrity", "PRAGMA quick_check");
    if (tooLarge.isPresent()) {
      return tooLarge.get();
    }
    // The messages name pages and tables, no rows.
    List<String> found = link.query("PRAGMA quick_check(5)", row -> row.getString(1));
    return found.equals(List.of("ok"))
        ? CheckResult.passed("integrity", "quick_check found nothing")
        : CheckResult.failed(
            "integrity", String.join("; ", found), "restore the file from a backup");
  }

  private CheckResult foreignKeys(Link link) throws SQLException {
    Optional<CheckResult> tooLarge = tooLarge("foreign keys", "PRAGMA foreign_key_check");
    if (tooLarge.isPresent()) {
      return tooLarge.get();
    }
    List<String> violated = Violations.read(link).beyond(Violations.NONE);
    return violated.isEmpty()
        ? CheckResult.passed("foreign keys", "every row has its parents")
        : CheckResult.warned(
            "foreign keys",
            String.join("; ", violated),
            "add the missing parents or remove the rows");
  }

  private Optional<CheckResult> tooLarge(String name, String pragma) {
    try {
      long size = Files.size(links.file().path());
      return size <= LARGEST_CHECKED
          ? Optional.empty()
          : Optional.of(
              CheckResult.unknown(
                  name,
                  "not looked at, the file has "
                      + megabytes(size)
                      + "; "
                      + pragma
                      + " reads all of it"));
    } catch (IOException e) {
      return Optional.of(CheckResult.unknown(name, "the file cannot be looked at"));
    }
  }
}
