package io.liftlock.embedded;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.LocalServer;
import io.liftlock.core.database.ServerSource.Lease;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One server of a project: started, joined, kept, let go.
 *
 * @param request what it is
 * @param folder where it is
 */
record EmbeddedServer(ServerRequest request, ServerFolder folder) {

  // Recovery after a crash replays what was written since the last checkpoint.
  private static final Duration READY = Duration.ofMinutes(5);
  private static final Duration LAST_USER = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 40;

  static EmbeddedServer of(DatabaseUrl url, Path project) {
    ServerRequest request = ServerRequest.of(url);
    return new EmbeddedServer(request, ServerFolder.of(project, request));
  }

  static EmbeddedServer at(Path folder) throws IOException {
    return new EmbeddedServer(
        ServerRequest.ofFolderName(folder.getFileName().toString())
            .orElseThrow(() -> new IOException(folder + " is not the folder of a server")),
        new ServerFolder(folder));
  }

  /** Every server of a project, by name and version. */
  static List<LocalServer> all(Path project) throws IOException {
    Path home = ServerFolder.home(project);
    if (!Files.isDirectory(home)) {
      return List.of();
    }
    List<Path> folders;
    try (Stream<Path> files = Files.list(home)) {
      folders = files.sorted(Comparator.comparing(Path::toString)).toList();
    }
    List<LocalServer> servers = new ArrayList<>();
    for (Path path : folders) {
      Optional<ServerRequest> request = ServerRequest.ofFolderName(path.getFileName().toString());
      ServerFolder folder = new ServerFolder(path);
      if (request.isPresent() && Files.isDirectory(folder.data())) {
        servers.add(new EmbeddedServer(request.get(), folder).look());
      }
    }
    return servers;
  }

  /** A running server and the hold on it. */
  Lease lease() throws IOException {
    prepareFolder();
    return FolderLock.holding(
        folder.lock(),
        () -> {
          Supervisor hold = hold();
          return new HeldLease(url(port()), hold);
        });
  }

  /** Keeps it running after this process. */
  LocalServer keep() throws IOException {
    prepareFolder();
    return FolderLock.holding(
        folder.lock(),
        () -> {
          try (Supervisor hold = hold()) {
            if (!hold.ask("keep")) {
              throw Failures.start(
                  "the supervisor of the server in " + folder.root() + " does not answer",
                  null,
                  null);
            }
            return look();
          }
        });
  }

  /** Keeps it no longer. */
  LocalServer stop() throws IOException {
    prepareFolder();
    return FolderLock.holding(
        folder.lock(),
        () -> {
          Optional<Supervisor> joined = Supervisor.join(folder);
          if (joined.isPresent()) {
            try (Supervisor hold = joined.get()) {
              hold.ask("drop");
            }
          }
          // Where this was the last user, the pipe is gone in a moment.
          if (Waiting.until(LAST_USER, () -> !Files.exists(folder.users()))) {
            awaitEnd();
          }
          return look();
        });
  }

  private LocalServer look() throws IOException {
    Optional<Integer> port = folder.readyPort();
    LocalServer.Life life =
        port.isEmpty()
            ? LocalServer.Life.STOPPED
            : Files.exists(folder.kept()) ? LocalServer.Life.KEPT : LocalServer.Life.IN_USE;
    return new LocalServer(
        request.name(),
        request.major(),
        life,
        port.isPresent() ? url(port.get()) : null,
        folder.password(),
        folder.root());
  }

  private void prepareFolder() throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      throw Failures.start(
          "embedded servers need a shell and named pipes, which this system has not",
          "run liftlock in WSL, or use the URL of a server of your own",
          null);
    }
    Files.createDirectories(folder.root());
    Files.setPosixFilePermissions(folder.root(), PosixFilePermissions.fromString("rwx------"));
  }

  private DatabaseUrl url(int port) throws IOException {
    String line = Files.readString(folder.password()).strip();
    String password = line.substring(line.lastIndexOf(':') + 1);
    return DatabaseUrl.parse(
        "postgresql://"
            + Installation.ROLE
            + ":"
            + password
            + "@127.0.0.1:"
            + port
            + "/"
            + request.name());
  }

  private int port() throws IOException {
    return folder.readyPort().orElseThrow(() -> new IOException("the server has just ended"));
  }

  /** Becomes a user of the server, which runs then. */
  private Supervisor hold() throws IOException {
    Optional<Supervisor> joined = Supervisor.join(folder);
    if (joined.isPresent() && folder.readyPort().isPresent()) {
      return joined.get();
    }
    Account account = Account.current();
    Installation installation = Installation.of(request.major(), account);
    Supervisor hold;
    if (joined.isPresent()) {
      hold = joined.get();
    } else {
      awaitEnd();
      open(account);
      if (!Files.isDirectory(folder.data())) {
        DataFolder.create(installation, account, request, folder);
      }
      account.own(folder.data());
      hold = Supervisor.start(folder, account.command(command(installation)));
    }
    try {
      if (folder.readyPort().isEmpty()) {
        serve(installation, hold);
      }
      return hold;
    } catch (IOException | RuntimeException e) {
      hold.close();
      throw e;
    }
  }

  private void open(Account account) throws IOException {
    Files.setPosixFilePermissions(
        folder.root(), PosixFilePermissions.fromString(account.folderPermissions()));
    Optional<Path> barrier = account.barrier(folder.root());
    if (barrier.isPresent()) {
      throw Failures.start(
          "PostgreSQL does not run as root, and the account that runs it here may not enter "
              + barrier.get(),
          "run liftlock as a plain user, or let others pass: chmod o+x " + barrier.get(),
          null);
    }
  }

  /** The last user may just have gone: then the server is being stopped. */
  private void awaitEnd() throws IOException {
    if (!Files.exists(folder.users())
        && !Waiting.until(READY, () -> folder.supervisor().isEmpty())) {
      throw Failures.start(
          "the server in " + folder.root() + " is being stopped and does not end",
          "look into " + folder.log(),
          null);
    }
  }

  private List<String> command(Installation installation) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(installation.program("postgres"), "-D", folder.data().toString()));
    setting(command, "listen_addresses", "127.0.0.1");
    // The path of a socket may have 107 bytes, that of a project more.
    setting(command, "unix_socket_directories", "");
    setting(command, "logging_collector", "off");
    // PostgreSQL's own defaults; initdb takes them down with the size of a WAL segment.
    setting(command, "min_wal_size", "80MB");
    setting(command, "max_wal_size", "1GB");
    if (request.durability() == ServerRequest.Durability.NONE) {
      setting(command, "fsync", "off");
      setting(command, "full_page_writes", "off");
      setting(command, "synchronous_commit", "off");
    }
    return command;
  }

  private static void setting(List<String> command, String name, String value) {
    command.add("-c");
    command.add(name + "=" + value);
  }

  private void serve(Installation installation, Supervisor hold) throws IOException {
    String said = "";
    for (int i = 0; i < ATTEMPTS; i++) {
      long logged = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
      String attempt = hold.serve(freePort());
      boolean ready = Waiting.until(READY, () -> ended(attempt) || folder.readyPort().isPresent());
      if (ready && !ended(attempt)) {
        return;
      }
      said = logFrom(logged);
      if (!ready) {
        throw Failures.start(
            "PostgreSQL " + installation.version() + " does not become ready: " + said,
            "look into " + folder.log(),
            null);
      }
      // Somebody took the port in between, or processes of a crashed server are not gone yet.
      boolean mayPass =
          said.contains("could not create any TCP/IP sockets") || said.contains("still in use");
      if (!mayPass) {
        break;
      }
    }
    throw Failures.start(
        "PostgreSQL " + installation.version() + " ended while it was started: " + said,
        "look into " + folder.log(),
        null);
  }

  private boolean ended(String attempt) {
    return Files.exists(folder.exited(attempt));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    }
  }

  private String logFrom(long offset) throws IOException {
    byte[] all = Files.readAllBytes(folder.log());
    String text =
        new String(all, (int) offset, (int) (all.length - offset), StandardCharsets.UTF_8).strip();
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
  }

  private record HeldLease(DatabaseUrl url, Supervisor hold) implements Lease {
    @Override
    public void close() {
      try {
        hold.close();
      } catch (IOException e) {
        throw Failures.file("leaving the server", e);
      }
    }
  }
}
