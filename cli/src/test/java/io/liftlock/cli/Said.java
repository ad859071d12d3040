package io.liftlock.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command said and how it ended.
 *
 * @param exit its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Said(int exit, String out, String err) {

  /** Runs a command in a folder where nobody sits at a terminal, without environment variables. */
  static Said of(Path folder, String... args) {
    return answered(folder, "", false, args);
  }

  /**
   * Runs a command that may ask.
   *
   * @param answers what is typed, with line ends
   * @param interactive whether somebody sits at a terminal
   */
  static Said answered(Path folder, String answers, boolean interactive, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
            false,
            interactive,
            interactive);
    int exit = new Shell(terminal, Map.of(), folder).run(args);
    terminal.flush();
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
