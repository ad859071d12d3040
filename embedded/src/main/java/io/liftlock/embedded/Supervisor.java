package io.liftlock.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * This process's hold on a server: the pipe {@code users}, open for writing, and the words that the
 * supervising script understands. The server runs while anybody holds it.
 */
final class Supervisor implements AutoCloseable {

  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final AtomicInteger NEXT = new AtomicInteger();

  // The collector closes files that nobody reaches any more. A hold that was forgotten must last as
  // long as the process, or its server would stop while it is used.
  private static final Set<Supervisor> OPEN = ConcurrentHashMap.newKeySet();

  private final ServerFolder folder;
  private final FileChannel users;

  private Supervisor(ServerFolder folder) throws IOException {
    this.folder = folder;
    // For both reading and writing: opening a pipe for writing alone would wait for a reader.
    this.users =
        FileChannel.open(folder.users(), StandardOpenOption.READ, StandardOpenOption.WRITE);
    OPEN.add(this);
  }

  /** Joins a script that runs and does not end yet. Only while the folder's lock is held. */
  static Optional<Supervisor> join(ServerFolder folder) throws IOException {
    if (folder.supervisor().isEmpty()) {
      return Optional.empty();
    }
    Supervisor supervisor;
    try {
      supervisor = new Supervisor(folder);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      if (supervisor.ask("join")) {
        return Optional.of(supervisor);
      }
    } catch (IOException e) {
      supervisor.close();
      throw e;
    }
    supervisor.close();
    return Optional.empty();
  }

  /**
   * Starts a script. Only while the folder's lock is held and no other script runs.
   *
   * @param server the command that becomes the server
   */
  static Supervisor start(ServerFolder folder, List<String> server) throws IOException {
    folder.forgetTheDead();
    List<String> command = new ArrayList<>();
    command.addAll(newSession());
    command.addAll(List.of("/bin/sh", script(folder).toString(), folder.root().toString()));
    command.addAll(server);
    Process process = Commands.builder(command).redirectErrorStream(true).start();
    String answer = line(process.getInputStream());
    if (!answer.equals("ready")) {
      throw Failures.start(
          "the server's supervisor does not start in " + folder.root() + ": " + answer,
          "check that the project lies on a file system that has named pipes",
          null);
    }
    Supervisor supervisor = new Supervisor(folder);
    try {
      process.getOutputStream().close();
      process.getInputStream().close();
      if (supervisor.ask("join")) {
        return supervisor;
      }
    } catch (IOException e) {
      supervisor.close();
      throw e;
    }
    supervisor.close();
    throw Failures.start(
        "the supervisor of the server in " + folder.root() + " does not answer", null, null);
  }

  /**
   * What begins a command that runs in a session of its own: Ctrl-C in the terminal would reach the
   * server otherwise, and stop it at once.
   */
  private static List<String> newSession() {
    return Commands.find("setsid")
        .map(setsid -> List.of(setsid.toString()))
        // macOS has no such command.
        .or(
            () ->
                Commands.find("perl")
                    .map(
                        perl ->
                            List.of(
                                perl.toString(),
                                "-MPOSIX=setsid",
                                "-e",
                                "setsid() != -1 or die $!; exec @ARGV or die $!")))
        .orElse(List.of());
  }

  /** Runs the server; {@link ServerFolder#exited} tells of its end. */
  String serve(int port) throws IOException {
    String attempt = id();
    say("start " + attempt + " " + port);
    return attempt;
  }

  /** Says a word that the script confirms: {@code join}, {@code keep}, {@code drop}. */
  boolean ask(String word) throws IOException {
    String id = id();
    say(word + " " + id);
    boolean answered = Waiting.until(ANSWER, () -> Files.exists(folder.joined(id)));
    Files.deleteIfExists(folder.joined(id));
    return answered;
  }

  private void say(String line) throws IOException {
    // One write of less than 512 bytes is never mixed with that of another user.
    users.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII)));
  }

  /** Lets go of the server. */
  @Override
  public void close() throws IOException {
    OPEN.remove(this);
    users.close();
  }

  private static String id() {
    return ProcessHandle.current().pid() + "-" + NEXT.incrementAndGet();
  }

  private static String line(InputStream from) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = from.read(); next >= 0 && next != '\n'; next = from.read()) {
      text.append((char) next);
    }
    return text.toString();
  }

  /** A file, so that lists of processes show whose they are. Never changed while a shell reads. */
  private static Path script(ServerFolder folder) throws IOException {
    Path fresh = folder.root().resolve("supervisor.sh.new");
    Path file = folder.root().resolve("supervisor.sh");
    try (InputStream script = Supervisor.class.getResourceAsStream("supervisor.sh")) {
      if (script == null) {
        throw new IOException("supervisor.sh is not in the jar");
      }
      Files.copy(script, fresh, StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
