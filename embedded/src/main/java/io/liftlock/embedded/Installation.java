package io.liftlock.embedded;

import io.liftlock.core.error.DatabaseError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * One PostgreSQL version, unpacked once per user, and an empty data folder to copy new servers
 * from.
 *
 * @param version as PostgreSQL writes it, {@code 16.15}
 * @param folder where {@code bin}, {@code lib} and {@code share} are
 * @param template the empty data folder
 */
record Installation(String version, Path folder, Path template) {

  /**
   * The role that owns every server; it is the only one. Not {@code liftlock}: a role finds the
   * schema of its own name first, and ours is no place for people's tables.
   */
  static final String ROLE = "postgres";

  private static final String ARCHIVES = "liftlock.postgres.archives";
  private static final Pattern ARCHIVE = Pattern.compile("postgres-(\\d+)\\.(\\d+)-(.+)\\.jar");

  private static final String ACCESS =
      """
      # Whoever is on this machine needs the password, which is in the file pgpass.
      host  all          all  127.0.0.1/32  scram-sha-256
      host  replication  all  127.0.0.1/32  scram-sha-256
      """;

  // Changes whenever what makes it changes.
  private static final String TEMPLATE = "template-4";

  /** The path of one of its programs. */
  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /**
   * Finds it in the user's cache, or puts it there. Several processes may do so at once.
   *
   * @throws DatabaseError SERVER_START_FAILED
   */
  static Installation of(int major, Account account) throws IOException {
    Path archive = archive(major);
    Matcher name = ARCHIVE.matcher(archive.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalStateException("an archive was found that has another name: " + archive);
    }
    String version = name.group(1) + "." + name.group(2);
    Path home = cache(account).resolve(version);
    Installation installation =
        new Installation(version, home.resolve("server"), home.resolve(TEMPLATE));
    try {
      if (!Files.isDirectory(installation.template)) {
        FolderLock.holding(home.resolve("lock"), () -> installation.complete(archive, account));
      }
      return installation;
    } catch (IOException e) {
      throw Failures.cache("unpacking PostgreSQL " + version + " to " + home, e);
    }
  }

  private Path complete(Path archive, Account account) throws IOException {
    // Whatever has its final name is complete: it got it by being renamed.
    if (!Files.isDirectory(folder)) {
      Path fresh = folder.resolveSibling("server.new");
      Folders.make(fresh, () -> unpack(archive, fresh), folder);
    }
    if (!Files.isDirectory(template)) {
      Path fresh = folder.resolveSibling("template.new");
      Folders.make(fresh, () -> initialize(fresh, account), template);
    }
    return template;
  }

  private static Path cache(Account account) throws IOException {
    @Nullable String chosen = System.getProperty("liftlock.cache", System.getenv("LIFTLOCK_CACHE"));
    if (chosen != null && !chosen.isBlank()) {
      return Path.of(chosen, "postgres").toAbsolutePath();
    }
    @Nullable String xdg = System.getenv("XDG_CACHE_HOME");
    Path base = xdg != null && Path.of(xdg).isAbsolute() ? Path.of(xdg) : home().resolve(".cache");
    if (account.barrier(base).isPresent()) {
      base = Path.of("/var/cache");
    }
    return base.resolve("liftlock").resolve("postgres").toAbsolutePath();
  }

  /**
   * What the user says, as in the XDG specification, before what the system's list of users says.
   */
  private static Path home() {
    @Nullable String home = System.getenv("HOME");
    return Path.of(
        home != null && Path.of(home).isAbsolute() ? home : System.getProperty("user.home"));
  }

  private static Path archive(int major) {
    @Nullable String folder = System.getProperty(ARCHIVES);
    if (folder == null) {
      throw Failures.start(
          "the embedded server cannot be made ready: the system property "
              + ARCHIVES
              + " does not say where its archives are",
          "start liftlock with its own launcher, or set the property to the folder that holds"
              + " postgres-<version>-<platform>.jar",
          null);
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            Path.of(folder), "postgres-" + major + ".*-" + platform() + ".jar")) {
      files.forEach(found::add);
    } catch (IOException e) {
      throw Failures.start(
          "the archives of PostgreSQL cannot be read from " + folder,
          "start liftlock with its own launcher, or set the system property "
              + ARCHIVES
              + " to the folder that holds postgres-<version>-<platform>.jar",
          e);
    }
    return found.stream()
        .filter(file -> ARCHIVE.matcher(file.getFileName().toString()).matches())
        .max(Comparator.comparingInt(Installation::minor))
        .orElseThrow(
            () ->
                Failures.start(
                    "there is no PostgreSQL "
                        + major
                        + " for "
                        + platform()
                        + " among the archives in "
                        + folder,
                    "ask for another version with embedded:NAME?version=18, or use the URL of a"
                        + " server of your own",
                    null));
  }

  private static int minor(Path archive) {
    Matcher name = ARCHIVE.matcher(archive.getFileName().toString());
    return name.matches() ? Integer.parseInt(name.group(2)) : -1;
  }

  /** This machine, as the archives name it: {@code linux-amd64}, {@code darwin-arm64v8}. */
  static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String kernel =
        system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "windows" : "linux";
    return switch (processor) {
      case "amd64", "x86_64" -> kernel + "-amd64";
      case "aarch64", "arm64" -> kernel + "-arm64v8";
      default -> kernel + "-" + processor;
    };
  }

  private static void unpack(Path archive, Path fresh) throws IOException {
    Files.createDirectories(fresh);
    boolean unpacked = false;
    try (ZipInputStream jar = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          untar(new TarArchiveInputStream(new XZInputStream(jar)), fresh);
          unpacked = true;
          break;
        }
      }
    }
    if (!unpacked) {
      throw new IOException(archive + " holds no .txz");
    }
  }

  private static void untar(TarArchiveInputStream tar, Path target) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path file = target.resolve(entry.getName()).normalize();
      if (!file.startsWith(target)) {
        throw new IOException("the archive's entry " + entry.getName() + " leaves its folder");
      }
      if (entry.isDirectory()) {
        Files.createDirectories(file);
        continue;
      }
      Files.createDirectories(file.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      } else if (entry.isFile()) {
        write(tar, file);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
            file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
      } else {
        throw new IOException("the archive's entry " + entry.getName() + " is of no known kind");
      }
    }
  }

  /** On the disk, not only on its way there, before the folder gets the name that says complete. */
  private static void write(InputStream from, Path to) throws IOException {
    Files.copy(from, to);
    try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private void initialize(Path fresh, Account account) throws IOException {
    List<String> initdb =
        List.of(
            program("initdb"),
            "--pgdata=" + fresh,
            "--username=" + ROLE,
            "--encoding=UTF8",
            "--auth=reject",
            "--data-checksums",
            // Less to copy for every new server.
            "--wal-segsize=1");
    Commands.Result result = initdb(initdb, "--locale=C.UTF-8", fresh, account);
    if (result.exitCode() != 0) {
      // Not every system has that locale. Both sort by code point.
      Folders.delete(fresh);
      result = initdb(initdb, "--locale=C", fresh, account);
    }
    if (result.exitCode() != 0) {
      throw Failures.start(
          "PostgreSQL " + version + " cannot make a data folder: " + result.output(), null, null);
    }
    Files.writeString(fresh.resolve("pg_hba.conf"), ACCESS);
  }

  private static Commands.Result initdb(
      List<String> initdb, String locale, Path folder, Account account) throws IOException {
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    account.own(folder);
    List<String> command = new ArrayList<>(account.command(initdb));
    command.add(locale);
    // Where this process is, the account may not be allowed to be.
    return Commands.run(command, "", folder.getParent());
  }
}
