package io.liftlock.sqlite.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once per user. The driver by itself unpacks it at each start,
 * compares it byte by byte, and leaves it behind when the process is killed.
 */
public final class NativeLibrary {

  private static final String PATH = "org.sqlite.lib.path";

  private NativeLibrary() {}

  /** Loads it. Whatever goes wrong with the copy, the driver's own way is left to do it. */
  static synchronized void load() throws SQLiteUnavailable {
    boolean ours = System.getProperty(PATH) == null;
    try {
      if (ours) {
        Path folder = folder();
        if (folder != null) {
          System.setProperty(PATH, folder.toString());
        }
      }
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      throw new SQLiteUnavailable(e);
    } finally {
      if (ours) {
        System.clearProperty(PATH);
      }
    }
  }

  /** The version of SQLite itself; the driver adds one number of its own. */
  public static String sqliteVersion() {
    String version = SQLiteJDBCLoader.getVersion();
    return version.chars().filter(c -> c == '.').count() > 2
        ? version.substring(0, version.lastIndexOf('.'))
        : version;
  }

  /** No native library for this machine could be loaded. */
  static final class SQLiteUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    SQLiteUnavailable(Throwable cause) {
      super(cause);
    }
  }

  /** The folder that holds the library, or null where none can be used. */
  private static @Nullable Path folder() {
    try {
      String name = LibraryLoaderUtil.getNativeLibName();
      Path folder =
          userCache().resolve("sqlite-" + SQLiteJDBCLoader.getVersion()).resolve(platform());
      Path library = folder.resolve(name);
      if (!Files.exists(library)) {
        // Asking the driver for the platform costs more than all the rest: once is enough.
        URL url =
            SQLiteJDBCLoader.class.getResource(
                LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        if (url == null) {
          return null;
        }
        unpack(url, library);
      }
      return isOurs(library) ? folder : null;
    } catch (IOException | RuntimeException e) {
      // A home that cannot be written, or no home at all: start-up is slower, nothing else.
      return null;
    }
  }

  /** Tells apart whatever may share a home folder: system, processor, C library. */
  private static String platform() {
    String musl = Files.exists(Path.of("/etc/alpine-release")) ? "-musl" : "";
    return (System.getProperty("os.name") + "-" + System.getProperty("os.arch") + musl)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9_-]", "-");
  }

  /** Code is loaded from it, so nobody else may have put it there. */
  private static boolean isOurs(Path library) throws IOException {
    Path home = Path.of(System.getProperty("user.home", ""));
    return Files.isReadable(library)
        && (!Files.exists(home)
            || Files.getOwner(library).equals(Files.getOwner(home))
            || Files.getOwner(library).getName().equals(System.getProperty("user.name")));
  }

  private static void unpack(URL url, Path library) throws IOException {
    Path folder = library.getParent();
    if (folder == null) {
      throw new FileSystemException(library.toString());
    }
    Files.createDirectories(folder);
    // Whoever comes first moves a whole file into place; nobody ever sees half of one.
    Path part = Files.createTempFile(folder, "unpacking", ".part");
    try {
      try (InputStream in = url.openStream()) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      }
      if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      try {
        Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, library);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Where programs keep what they can make again, by the habits of the operating system. */
  private static Path userCache() {
    String home = System.getProperty("user.home", "");
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String xdg = System.getenv("XDG_CACHE_HOME");
    if (xdg != null && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg, "liftlock");
    }
    String local = System.getenv("LOCALAPPDATA");
    if (system.contains("win") && local != null) {
      return Path.of(local, "liftlock", "cache");
    }
    if (!Path.of(home).isAbsolute()) {
      throw new IllegalStateException("no home");
    }
    return system.contains("mac")
        ? Path.of(home, "Library", "Caches", "liftlock")
        : Path.of(home, ".cache", "liftlock");
  }
}
