package io.liftlock.cli;

import io.liftlock.core.error.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the command speaks: results on the standard output, problems and progress on the standard
 * error.
 */
final class Terminal {

  private final PrintStream out;
  private final PrintStream err;
  private final BufferedReader in;
  private final boolean resultWatched;
  private final boolean interactive;
  private boolean colour;
  private boolean quiet;
  private boolean verbose;

  /**
   * @param colour whether the output shows colours
   * @param resultWatched whether a person sees the standard output while it runs
   * @param interactive whether a person sees the standard error while it runs
   */
  Terminal(
      PrintStream out,
      PrintStream err,
      InputStream in,
      boolean colour,
      boolean resultWatched,
      boolean interactive) {
    this.out = out;
    this.err = err;
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.colour = colour;
    this.resultWatched = resultWatched;
    this.interactive = interactive;
  }

  /** Takes what the flags say. */
  void configure(GlobalOptions options) {
    colour = colour && !options.noColor;
    quiet = options.quiet;
    verbose = options.verbose;
  }

  /** The standard output, for documents and scripts. */
  PrintStream out() {
    return out;
  }

  /** Whether somebody watches progress. */
  boolean interactive() {
    return interactive && !quiet;
  }

  /** Whether the result is seen while it is written, and goes to no file or other command. */
  boolean resultWatched() {
    return resultWatched;
  }

  /** Whether only results and errors are wanted. */
  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  /** A line of the result. */
  void say(String line) {
    out.println(line);
  }

  /** A line that is not the result; left out with {@code --quiet}. */
  void note(String line) {
    if (!quiet) {
      err.println(line);
    }
  }

  /** A line that is only of interest with {@code --verbose}. */
  void detail(String line) {
    if (verbose) {
      err.println(line);
    }
  }

  /** Text in a style, where the terminal shows styles. */
  String paint(Style style, String text) {
    return colour ? style.wrap(text) : text;
  }

  /** Tells a problem: code and message, where, and what to do. */
  void tell(Problem problem) {
    if (quiet && !problem.isError()) {
      return;
    }
    String code = problem.code().name();
    String text = problem.render();
    Style style = problem.isError() ? Style.RED : Style.YELLOW;
    err.println(
        (problem.isError() ? "" : "warning: ")
            + paint(style, code)
            + text.substring(code.length()));
  }

  /** Tells of a fault of liftlock's own. */
  void tellBug(Throwable fault) {
    err.println(
        paint(Style.RED, "BUG")
            + "  "
            + fault.getClass().getSimpleName()
            + (fault.getMessage() == null ? "" : ": " + fault.getMessage()));
    if (verbose) {
      fault.printStackTrace(err);
    } else {
      err.println("  do   run it again with --verbose and report what it prints");
    }
  }

  /** Writes a raw piece to the standard error, for a line that changes in place. */
  void draw(String text) {
    err.print(text);
    err.flush();
  }

  /** Asks a person to agree; false where nobody can answer. */
  boolean confirms(String question) {
    return asks(question + " [y/N]")
        .map(answer -> answer.toLowerCase(Locale.ROOT).matches("y|yes"))
        .orElse(false);
  }

  /** Asks a person; empty where nobody can answer. */
  Optional<String> asks(String question) {
    err.print(question + " ");
    err.flush();
    try {
      String answer = in.readLine();
      if (answer == null) {
        err.println();
      }
      return Optional.ofNullable(answer).map(String::strip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
