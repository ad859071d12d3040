package io.liftlock.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of one server. The names that the supervising script uses are written in {@code
 * supervisor.sh}.
 *
 * @param root {@code .liftlock/embedded/NAME-MAJOR}
 */
record ServerFolder(Path root) {

  /** Where the servers of a project are. */
  static Path home(Path project) {
    return project.toAbsolutePath().normalize().resolve(".liftlock").resolve("embedded");
  }

  static ServerFolder of(Path project, ServerRequest request) {
    return new ServerFolder(home(project).resolve(request.folderName()));
  }

  Path data() {
    return root.resolve("data");
  }

  Path freshData() {
    return root.resolve("data.new");
  }

  /** In the form of {@code PGPASSFILE}. */
  Path password() {
    return root.resolve("pgpass");
  }

  /** Held while the server is started, joined or asked to stop. */
  Path lock() {
    return root.resolve("lock");
  }

  Path log() {
    return root.resolve("server.log");
  }

  /** The pipe that every user keeps open. */
  Path users() {
    return root.resolve("users");
  }

  /** There while the server is kept running without users. */
  Path kept() {
    return root.resolve("kept");
  }

  /** The supervisor's answer to a user. */
  Path joined(String id) {
    return root.resolve("joined." + id);
  }

  /** The exit status of a server that has ended. */
  Path exited(String attempt) {
    return root.resolve("exited." + attempt);
  }

  Path supervisorPid() {
    return root.resolve("supervisor.pid");
  }

  Path serverPid() {
    return root.resolve("server.pid");
  }

  /** The supervising script's process, if it runs. */
  Optional<ProcessHandle> supervisor() throws IOException {
    return process(supervisorPid());
  }

  /** The server's process, if it runs. */
  Optional<ProcessHandle> server() throws IOException {
    return process(serverPid());
  }

  /** A process whose number a file holds, unless the number now belongs to another one. */
  private Optional<ProcessHandle> process(Path file) throws IOException {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
          .filter(ProcessHandle::isAlive)
          .filter(this::isOurs);
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Every process of this server has its folder among its arguments. */
  private boolean isOurs(ProcessHandle process) {
    return process.info().commandLine().filter(line -> line.contains(root.toString())).isPresent();
  }

  /** The port of a server that accepts connections. */
  Optional<Integer> readyPort() throws IOException {
    Optional<ProcessHandle> server = server();
    if (server.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(postmasterPid());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    // Process, data folder, start, port, socket folder, address, shared memory, status: see the
    // file's description in PostgreSQL's src/include/utils/pidfile.h.
    boolean ready =
        lines.size() >= 8
            // A server that crashed leaves its note behind.
            && lines.get(0).strip().equals(Long.toString(server.get().pid()))
            && lines.get(7).strip().equals("ready");
    if (!ready) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(lines.get(3).strip()));
  }

  /** PostgreSQL's own note of a running server. */
  private Path postmasterPid() {
    return data().resolve("postmaster.pid");
  }

  /**
   * Forgets processes of an earlier life whose numbers may belong to others by now, so that nobody
   * signals them. A server that outlived its supervisor is remembered.
   */
  void forgetTheDead() throws IOException {
    Files.deleteIfExists(supervisorPid());
    if (server().isPresent()) {
      return;
    }
    Files.deleteIfExists(serverPid());
    try {
      List<String> lines = Files.readAllLines(postmasterPid());
      // PostgreSQL does not start where the number in this file is that of any process of ours.
      boolean another =
          !lines.isEmpty()
              && ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                  .filter(process -> process.info().commandLine().isPresent() && !isOurs(process))
                  .isPresent();
      if (another) {
        Files.delete(postmasterPid());
      }
    } catch (NoSuchFileException | NumberFormatException e) {
      // No note, or one that was cut short: PostgreSQL deals with both.
    }
  }
}
