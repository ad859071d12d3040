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

  private static final String STATUS_READY = "ready";

  static ServerFolder of(Path project, ServerRequest request) {
    return new ServerFolder(
        project
            .toAbsolutePath()
            .normalize()
            .resolve(".liftlock")
            .resolve("embedded")
            .resolve(request.name() + "-" + request.major()));
  }

  Path data() {
    return root.resolve("data");
  }

  Path freshData() {
    return root.resolve("data.new");
  }

  Path password() {
    return root.resolve("password");
  }

  /** Held while the server is started, joined or asked to stop. */
  Path lock() {
    return root.resolve("lock");
  }

  /** The pipe that every user keeps open. */
  Path users() {
    return root.resolve("users");
  }

  Path joined(String id) {
    return root.resolve("joined." + id);
  }

  Path exited(String attempt) {
    return root.resolve("exited." + attempt);
  }

  Path log() {
    return root.resolve("server.log");
  }

  /** The supervising script's process, if it runs. */
  Optional<ProcessHandle> supervisor() throws IOException {
    return process(root.resolve("supervisor.pid"));
  }

  /** The server's process, if it runs. */
  Optional<ProcessHandle> server() throws IOException {
    return process(root.resolve("server.pid"));
  }

  private static Optional<ProcessHandle> process(Path file) throws IOException {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
          .filter(ProcessHandle::isAlive);
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The port of a server that accepts connections. */
  Optional<Integer> readyPort() throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(data().resolve("postmaster.pid"));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    // Process, data folder, start, port, socket folder, address, shared memory, status: see the
    // file's description in PostgreSQL's src/include/utils/pidfile.h.
    if (lines.size() < 8 || !lines.get(7).strip().equals(STATUS_READY)) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(lines.get(3).strip()));
  }
}
