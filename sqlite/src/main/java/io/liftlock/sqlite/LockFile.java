package io.liftlock.sqlite;

import io.liftlock.core.database.LockHolder;
import io.liftlock.core.database.MigrationLock;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.sqlite.link.SqliteFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The migration lock: an operating-system lock on a file beside the database. It goes with the
 * process that holds it, however that ends. The file itself stays: whoever deleted it could not
 * know whether somebody else has just opened it, and then two would hold "the" lock on two files.
 *
 * <p>Locks of POSIX systems belong to the process, and closing <em>any</em> descriptor of the file
 * gives them up. So this process never opens a lock file a second time while it holds it: it
 * remembers what it holds. Such a lock is process-wide by its nature, hence the static map.
 */
final class LockFile implements MigrationLock {

  /** What is added to the database's file name; fits the usual ignore pattern {@code *.db-*}. */
  static final String SUFFIX = "-liftlock";

  /** The same for the lock that keeps two copies out of one file. */
  static final String OF_COPIES = "-liftlock-copy";

  /** The byte that is locked lies behind the text, so that others can read it (Windows). */
  private static final long LOCKED_BYTE = 1L << 30;

  private static final int LONGEST_TEXT = 4096;

  private static final Map<Path, LockFile> HELD_BY_THIS_PROCESS = new HashMap<>();

  /**
   * Channels to files that this process holds by another class loader's liftlock. They are never
   * closed, because that would give up the other's lock.
   */
  private static final List<FileChannel> NEVER_CLOSED = new ArrayList<>();

  private final SqliteFile file;
  private final Path path;
  private final RunnerIdentity runner;
  private @Nullable FileChannel channel;
  private @Nullable Object identity;

  LockFile(SqliteFile file, RunnerIdentity runner) {
    this(file, runner, SUFFIX);
  }

  /**
   * @param suffix which of the locks beside the file
   */
  LockFile(SqliteFile file, RunnerIdentity runner, String suffix) {
    this.file = file;
    this.path = file.beside(suffix);
    this.runner = runner;
  }

  @Override
  public Optional<LockHolder> tryAcquire() {
    synchronized (HELD_BY_THIS_PROCESS) {
      LockFile holder = HELD_BY_THIS_PROCESS.get(path);
      if (holder != null) {
        return holder == this ? Optional.empty() : Optional.of(holder.described());
      }
      file.makeFolder();
      try {
        return open();
      } catch (IOException e) {
        throw cannot(e);
      }
    }
  }

  private Optional<LockHolder> open() throws IOException {
    FileChannel opened =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean keep = false;
    try {
      FileLock lock = opened.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        return Optional.of(written(opened));
      }
      identity = SqliteFile.identity(path);
      channel = opened;
      HELD_BY_THIS_PROCESS.put(path, this);
      keep = true;
      write(opened, described().description());
      return Optional.empty();
    } catch (OverlappingFileLockException e) {
      keep = true;
      NEVER_CLOSED.add(opened);
      return Optional.of(written(opened));
    } finally {
      if (!keep) {
        opened.close();
      }
    }
  }

  @Override
  public Optional<LockHolder> holder() {
    synchronized (HELD_BY_THIS_PROCESS) {
      LockFile holder = HELD_BY_THIS_PROCESS.get(path);
      if (holder != null) {
        return holder == this ? Optional.empty() : Optional.of(holder.described());
      }
      // A shared lock needs no right to write, and two who only look do not see each other.
      try (FileChannel opened = FileChannel.open(path, StandardOpenOption.READ)) {
        FileLock lock = opened.tryLock(LOCKED_BYTE, 1, true);
        return lock == null ? Optional.of(written(opened)) : Optional.empty();
      } catch (NoSuchFileException e) {
        return Optional.empty();
      } catch (OverlappingFileLockException e) {
        return Optional.of(new LockHolder("another part of this process"));
      } catch (IOException e) {
        throw cannot(e);
      }
    }
  }

  @Override
  public void release() {
    synchronized (HELD_BY_THIS_PROCESS) {
      FileChannel held = channel;
      if (held == null) {
        return;
      }
      channel = null;
      HELD_BY_THIS_PROCESS.remove(path);
      write(held, "");
      try {
        held.close();
      } catch (IOException e) {
        throw cannot(e);
      }
    }
  }

  /** The text is for people only: where it cannot be written (disk full), the lock still holds. */
  private static void write(FileChannel held, String text) {
    try {
      held.truncate(0);
      held.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      // Whoever waits is told of a process that has not named itself.
    }
  }

  /**
   * Refuses where the lock was taken and no longer keeps others out: the file beside the database
   * must be the very one that was locked. Somebody may have removed it.
   *
   * @throws StatementFailure LOCK_LOST
   */
  void refuseLost() throws StatementFailure {
    if (channel != null && !isSameFile()) {
      throw Refusals.refuse(
          -1,
          StatementFailure.Reason.LOCK_LOST,
          Problem.error(
                  ErrorCode.LOCK_LOST,
                  "the lock file was removed or replaced while this run held it: " + path)
              .action("find out who removes it, then run again"),
          null);
    }
  }

  private boolean isSameFile() {
    try {
      return SqliteFile.identity(path).equals(identity);
    } catch (IOException e) {
      return false;
    }
  }

  private LockHolder described() {
    return new LockHolder(
        "process "
            + runner.processId()
            + " of "
            + runner.user()
            + " on "
            + runner.host()
            + " since "
            + runner.since());
  }

  private static LockHolder written(FileChannel opened) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(LONGEST_TEXT);
    opened.read(buffer, 0);
    String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
    return new LockHolder(text.isEmpty() ? "another process that has not named itself" : text);
  }

  private DatabaseError cannot(IOException e) {
    boolean readOnly = !Files.isWritable(Files.exists(path) ? path : folder());
    return new DatabaseError(
        Problem.error(
                readOnly ? ErrorCode.DATABASE_READ_ONLY : ErrorCode.CONNECTION_FAILED,
                "the lock file of database "
                    + file.name()
                    + " cannot be opened or locked: "
                    + path
                    + " ("
                    + e.getClass().getSimpleName()
                    + ")")
            .action("make the folder of the database writable for this user"),
        e);
  }

  private Path folder() {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }
}
