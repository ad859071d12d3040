package io.liftlock.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the process begins. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    // The launcher knows which of the streams are terminals; Java itself cannot tell.
    String terminals = System.getProperty("liftlock.terminal", "");
    boolean colour = terminals.contains("out") && System.getenv("NO_COLOR") == null;
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Terminal terminal = new Terminal(out, err, System.in, colour, terminals.contains("err"));
    int exit = new Shell(terminal, System.getenv(), Path.of("")).run(args);
    terminal.flush();
    System.exit(exit);
  }

  /** UTF-8 whatever the locale says, and one write per line or more. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 8192),
        descriptor == FileDescriptor.err,
        StandardCharsets.UTF_8);
  }
}
