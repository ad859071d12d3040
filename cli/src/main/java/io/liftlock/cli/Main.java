package io.liftlock.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Where the process begins. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    // The launcher knows which of the streams are terminals; Java itself cannot tell.
    String terminals = System.getProperty("liftlock.terminal", "");
    boolean watched = terminals.contains("out");
    String noColour = System.getenv("NO_COLOR");
    boolean colour = watched && (noColour == null || noColour.isEmpty());
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Terminal terminal =
        new Terminal(out, err, System.in, colour, watched, terminals.contains("err"));
    // Numbers look the same everywhere: people paste them into reports.
    Locale.setDefault(Locale.ROOT);
    Thread interrupted = new Thread(() -> interrupted(terminal), "interrupted");
    Runtime.getRuntime().addShutdownHook(interrupted);
    int exit = new Shell(terminal, System.getenv(), Path.of("")).run(args);
    terminal.flush();
    Runtime.getRuntime().removeShutdownHook(interrupted);
    System.exit(exit);
  }

  /**
   * Said when a signal ends the process. Nothing has to be given back here: a transaction is rolled
   * back with its connection, and locks and servers go with the process that holds them.
   */
  private static void interrupted(Terminal terminal) {
    terminal.flush();
    terminal.note(
        "\n"
            + "interrupted: what was not committed is rolled back; the same command goes on where"
            + " it was");
    terminal.flush();
  }

  /** UTF-8 whatever the locale says, and one write per line or more. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 8192),
        descriptor == FileDescriptor.err,
        StandardCharsets.UTF_8);
  }
}
