package io.liftlock.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one process, and one thread of it, at a time change a folder. Gone with the process that
 * holds it.
 */
final class FolderLock {

  // The operating system's locks belong to the process: closing any descriptor of the file gives
  // them up. So only one thread of this process has such a file open at a time.
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private FolderLock() {}

  /** Something that is done while the lock is held. */
  interface Action<T> {
    T run() throws IOException;
  }

  /** Waits until nobody else holds the lock, then acts. Not to be nested for one file. */
  static <T> T holding(Path file, Action<T> action) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    THIS_PROCESS.lock();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = channel.lock();
      try {
        return action.run();
      } finally {
        lock.release();
      }
    } finally {
      THIS_PROCESS.unlock();
    }
  }
}
