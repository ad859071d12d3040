package io.liftlock.sqlite;

import io.liftlock.core.database.Blocker;
import io.liftlock.sqlite.link.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who holds SQLite's locks on a file, as Linux lists them in {@code /proc/locks}. SQLite itself
 * only says that somebody does. Elsewhere, and where the other process cannot be seen, nobody is
 * named.
 */
final class FileLocks {

  private static final Path LOCKS = Path.of("/proc/locks");

  /** SQLite locks bytes from here on in the database, https://www.sqlite.org/fileformat2.html. */
  private static final long PENDING_BYTE = 0x40000000L;

  /** The byte of the shared-memory file that a writer in WAL mode holds. */
  private static final long WAL_WRITER_BYTE = 120;

  private FileLocks() {}

  /** The processes that hold a lock on the database, or its writer's lock in WAL mode. */
  static List<Blocker> on(SqliteFile file) {
    if (!Files.isReadable(LOCKS)) {
      return List.of();
    }
    try {
      List<String> lines = Files.readAllLines(LOCKS);
      Set<Long> processes = new HashSet<>();
      collect(lines, file.path(), PENDING_BYTE, processes);
      collect(lines, file.beside("-shm"), WAL_WRITER_BYTE, processes);
      List<Blocker> blockers = new ArrayList<>();
      for (long process : processes) {
        blockers.add(blocker(process));
      }
      return blockers;
    } catch (IOException | RuntimeException e) {
      // It only helps people; without it they still know that the file is locked.
      return List.of();
    }
  }

  /** A line: {@code 1: POSIX ADVISORY WRITE 4242 fd:00:2531452 1073741824 1073742335}. */
  private static void collect(List<String> lines, Path path, long firstByte, Set<Long> processes)
      throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    String inode = Files.getAttribute(path, "unix:ino").toString();
    for (String line : lines) {
      String[] words = line.strip().split("\\s+", -1);
      // A line with an arrow is of a process that waits.
      if (words.length < 8 || words[1].equals("->")) {
        continue;
      }
      boolean sameFile = words[5].endsWith(":" + inode);
      boolean ours = Long.parseLong(words[6]) >= firstByte;
      boolean shared = firstByte == WAL_WRITER_BYTE && !words[3].equals("WRITE");
      long process = Long.parseLong(words[4]);
      if (sameFile && ours && !shared && process > 0) {
        processes.add(process);
      }
    }
  }

  private static Blocker blocker(long process) throws IOException {
    Path folder = Path.of("/proc", Long.toString(process));
    Path command = folder.resolve("comm");
    String application = Files.isReadable(command) ? Files.readString(command).strip() : "";
    String user = Files.exists(folder) ? Files.getOwner(folder, new LinkOption[0]).getName() : null;
    return new Blocker(process, application, user, null, null);
  }
}
