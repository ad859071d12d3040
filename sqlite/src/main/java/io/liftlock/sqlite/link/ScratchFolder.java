package io.liftlock.sqlite.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A private folder for temporary files that goes when it is closed. While its process lives, an
 * operating-system lock says so; a folder whose lock nobody holds was left behind by a killed
 * process, and the next one removes it.
 */
public final class ScratchFolder implements AutoCloseable {

  private static final String PREFIX = "liftlock-scratch-";
  private static final String OWNER = "owner";

  private final Path path;
  private final FileChannel owner;

  private ScratchFolder(Path path, FileChannel owner) {
    this.path = path;
    this.owner = owner;
  }

  /** Makes one that only this user may look into, and clears away what nobody uses any more. */
  public static ScratchFolder make(Path parent) throws IOException {
    clear(parent);
    for (; ; ) {
      Path path = Files.createTempDirectory(parent, PREFIX);
      Path file = path.resolve(OWNER);
      FileChannel owner =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      // Another process that clears up may have taken the lock in the moment before.
      if (owner.tryLock() != null && Files.exists(file)) {
        return new ScratchFolder(path, owner);
      }
      owner.close();
    }
  }

  /** A file in it. */
  public Path file(String name) {
    return path.resolve(name);
  }

  private static void clear(Path parent) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        clearAbandoned(folder);
      }
    }
  }

  private static void clearAbandoned(Path folder) {
    Path file = folder.resolve(OWNER);
    if (!Files.isWritable(file)) {
      // Another user's, or one that is being made just now.
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        delete(folder);
      }
    } catch (OverlappingFileLockException inThisProcess) {
      // In use.
    } catch (IOException e) {
      // Somebody else is clearing it; what is left is tried again by the next one.
    }
  }

  private static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  @Override
  public void close() {
    try {
      // Where an open file cannot be deleted (Windows), its channel has to go first.
      owner.close();
      delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException("a scratch database's folder cannot be removed: " + path, e);
    }
  }
}
