package io.liftlock.runtime;

import io.liftlock.core.database.RunnerIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Finds out who runs this process. */
final class Runners {

  private static final Path LINUX_NAME = Path.of("/proc/sys/kernel/hostname");

  private Runners() {}

  /** This process, as others shall see it. */
  static RunnerIdentity thisProcess(Instant since) {
    return new RunnerIdentity(
        System.getProperty("user.name", "?"),
        host(),
        ProcessHandle.current().pid(),
        since,
        Version.text());
  }

  /** Asking the network for this machine's name may take seconds where it is set up badly. */
  private static String host() {
    try {
      if (Files.isReadable(LINUX_NAME)) {
        return Files.readString(LINUX_NAME).strip();
      }
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "unknown-host";
    }
  }
}
