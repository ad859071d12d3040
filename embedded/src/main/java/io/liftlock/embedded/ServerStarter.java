package io.liftlock.embedded;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.ServerSource.Lease;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Starts a server, or joins the one that runs. Every user holds the pipe {@code users} open; the
 * supervising script stops the server when nobody does any more.
 */
final class ServerStarter {

  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final Duration READY = Duration.ofMinutes(5);
  private static final int PORTS_TO_TRY = 8;
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final ServerRequest request;
  private final ServerFolder folder;

  ServerStarter(ServerRequest request, ServerFolder folder) {
    this.request = request;
    this.folder = folder;
  }

  /** A running server and the hold on it. */
  Lease lease() throws IOException {
    Installation installation = Installation.of(request.major());
    Files.createDirectories(folder.root());
    Files.setPosixFilePermissions(folder.root(), PosixFilePermissions.fromString("rwx------"));
    return FolderLock.holding(folder.lock(), () -> hold(installation));
  }

  private Lease hold(Installation installation) throws IOException {
    if (!Files.isDirectory(folder.data())) {
      create(installation);
    }
    RandomAccessFile hold = join(installation);
    try {
      int port = serve(installation, hold);
      String password = Files.readString(folder.password()).strip();
      return new HeldLease(
          DatabaseUrl.parse(
              "postgresql://"
                  + Installation.ROLE
                  + ":"
                  + password
                  + "@127.0.0.1:"
                  + port
                  + "/"
                  + request.name()),
          hold);
    } catch (IOException | RuntimeException e) {
      hold.close();
      throw e;
    }
  }

  private void create(Installation installation) throws IOException {
    Path fresh = folder.freshData();
    Folders.delete(fresh);
    Folders.copy(installation.template(), fresh);
    String password = Passwords.random();
    Files.deleteIfExists(folder.password());
    Files.createFile(
        folder.password(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(folder.password(), password + "\n");
    List<String> single =
        List.of(
            installation.program("postgres"),
            "--single",
            "-j",
            "-D",
            fresh.toString(),
            "-c",
            "exit_on_error=on",
            "postgres");
    // The password goes in by the input: arguments can be read by everybody on the machine.
    String sql =
        "ALTER ROLE "
            + Installation.ROLE
            + " PASSWORD '"
            + password
            + "';\n\nCREATE DATABASE \""
            + request.name()
            + "\";\n\n";
    Commands.Result result = Commands.run(Account.current().command(single), sql, folder.root());
    if (result.exitCode() != 0) {
      throw Failures.start(
          "PostgreSQL "
              + installation.version()
              + " cannot set up its data folder: "
              + result.output().replace(password, "********"),
          null,
          null);
    }
    Files.move(fresh, folder.data());
  }

  /** Becomes a user of the running server's pipe, or of a new one. */
  private RandomAccessFile join(Installation installation) throws IOException {
    if (Files.exists(folder.users())) {
      if (folder.supervisor().isPresent()) {
        RandomAccessFile hold = open();
        if (ask(hold, "join")) {
          return hold;
        }
        hold.close();
      }
    } else {
      // No pipe, but a supervisor: the last user is gone and the server is about to be.
      Optional<ProcessHandle> closing = folder.supervisor();
      if (closing.isPresent() && !await(READY, () -> !closing.get().isAlive())) {
        throw Failures.start(
            "the server in " + folder.root() + " is being stopped and does not end",
            "look into " + folder.log(),
            null);
      }
    }
    return supervise(installation);
  }

  private RandomAccessFile open() throws IOException {
    // For both reading and writing: opening a pipe for writing alone would wait for a reader.
    return new RandomAccessFile(folder.users().toFile(), "rw");
  }

  private RandomAccessFile supervise(Installation installation) throws IOException {
    List<String> command = new ArrayList<>();
    // In a session of its own, or Ctrl-C in the terminal would stop the server at once.
    Commands.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
    command.addAll(List.of("sh", "-c", script(), "liftlock-embedded", folder.root().toString()));
    command.addAll(Account.current().command(server(installation)));
    Process process = Commands.builder(command).redirectErrorStream(true).start();
    String answer = line(process.getInputStream());
    if (!answer.equals("ready")) {
      throw Failures.start(
          "the server's supervisor does not start in " + folder.root() + ": " + answer,
          "check that the project lies on a file system that has named pipes",
          null);
    }
    RandomAccessFile hold = open();
    process.getOutputStream().close();
    process.getInputStream().close();
    if (!ask(hold, "join")) {
      hold.close();
      throw Failures.start(
          "the supervisor of the server in " + folder.root() + " does not answer", null, null);
    }
    return hold;
  }

  private List<String> server(Installation installation) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(installation.program("postgres"), "-D", folder.data().toString()));
    setting(command, "listen_addresses", "127.0.0.1");
    // The path of a socket may have 107 bytes, that of a project more.
    setting(command, "unix_socket_directories", "");
    setting(command, "logging_collector", "off");
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

  /** The port of the server, which is started where it does not run. */
  private int serve(Installation installation, RandomAccessFile hold) throws IOException {
    if (folder.server().isPresent() && folder.readyPort().isPresent()) {
      return folder.readyPort().get();
    }
    for (int i = 0; i < PORTS_TO_TRY; i++) {
      int port = freePort();
      String attempt = id();
      long logged = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
      say(hold, "start " + attempt + " " + port);
      boolean[] ended = {false};
      boolean done =
          await(
              READY,
              () -> {
                ended[0] = Files.exists(folder.exited(attempt));
                return ended[0] || ready(port);
              });
      if (done && !ended[0]) {
        return port;
      }
      String said = logFrom(logged);
      if (!done || !said.contains("could not create any TCP/IP sockets")) {
        throw Failures.start(
            "PostgreSQL "
                + installation.version()
                + (done ? " ended while it was started: " : " does not become ready: ")
                + said,
            "look into " + folder.log(),
            null);
      }
    }
    throw Failures.start("no free port was found on 127.0.0.1", null, null);
  }

  private boolean ready(int port) {
    try {
      return folder.server().isPresent() && folder.readyPort().filter(p -> p == port).isPresent();
    } catch (IOException e) {
      // Read while it was written: the next look will tell.
      return false;
    }
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

  /** Says something to the supervisor that it confirms. */
  private boolean ask(RandomAccessFile hold, String word) throws IOException {
    String id = id();
    say(hold, word + " " + id);
    boolean answered = await(ANSWER, () -> Files.exists(folder.joined(id)));
    Files.deleteIfExists(folder.joined(id));
    return answered;
  }

  private static void say(RandomAccessFile hold, String line) throws IOException {
    // One write of less than 512 bytes is never mixed with that of another user.
    hold.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static String id() {
    return ProcessHandle.current().pid() + "-" + NEXT.incrementAndGet();
  }

  private static boolean await(Duration longest, BooleanSupplier condition) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while the server was started", e);
      }
    }
    return true;
  }

  private static String line(InputStream from) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = from.read(); next >= 0 && next != '\n'; next = from.read()) {
      text.append((char) next);
    }
    return text.toString();
  }

  private static String script() throws IOException {
    try (InputStream script = ServerStarter.class.getResourceAsStream("supervisor.sh")) {
      if (script == null) {
        throw new IOException("supervisor.sh is not in the jar");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private record HeldLease(DatabaseUrl url, RandomAccessFile hold) implements Lease {
    @Override
    public void close() {
      try {
        hold.close();
      } catch (IOException e) {
        throw Failures.file("leaving the server", e);
      }
    }

    /** Without the password. */
    @Override
    public String toString() {
      return url.toString();
    }
  }
}
