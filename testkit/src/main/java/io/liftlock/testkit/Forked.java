package io.liftlock.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A main class in a process of its own, with the class path and the {@code liftlock.} properties of
 * the tests, so that it can be killed at any instant. Not safe for use by several threads.
 */
public final class Forked implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final String END = "\0end of output";

  private final Process process;
  private final Writer input;
  private final Thread reader;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> output = new CopyOnWriteArrayList<>();
  private boolean ended;

  private Forked(Process process) {
    this.process = process;
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    this.reader = new Thread(this::readAll, "output of process " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a main class. */
  public static Forked start(Class<?> main, String... arguments) {
    return start(Path.of("").toAbsolutePath(), List.of(), Map.of(), main.getName(), arguments);
  }

  /**
   * Starts a main class.
   *
   * @param directory where it runs
   * @param options for the JVM, such as {@code -Xmx64m}
   * @param main the class's full name
   */
  public static Forked start(
      Path directory, List<String> options, String main, String... arguments) {
    return start(directory, options, Map.of(), main, arguments);
  }

  /**
   * Starts a main class.
   *
   * @param directory where it runs
   * @param options for the JVM, such as {@code -Xmx64m}
   * @param environment what is set beside what this process has
   * @param main the class's full name
   */
  public static Forked start(
      Path directory,
      List<String> options,
      Map<String, String> environment,
      String main,
      String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // They live for a moment: what makes long runs fast only makes them slow.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("liftlock."))
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      return new Forked(builder.directory(directory.toFile()).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readAll() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.add(line);
        lines.add(line);
      }
    } catch (IOException e) {
      // It was killed while it wrote.
    } finally {
      lines.add(END);
    }
  }

  /** The process. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Writes a line to its input. */
  public void say(String line) {
    try {
      input.write(line + "\n");
      input.flush();
    } catch (IOException e) {
      throw new AssertionError("the process no longer listens; its output:\n" + output(), e);
    }
  }

  /**
   * Waits for the next line of its output (errors included) that begins so, and answers what
   * follows.
   *
   * @throws AssertionError where it ends, or a minute passes, without it
   */
  public String await(String beginning) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!ended) {
      String line = poll(end);
      ended = line.equals(END);
      if (!ended && line.startsWith(beginning)) {
        return line.substring(beginning.length());
      }
    }
    throw new AssertionError(
        "the process ended without a line that begins with '"
            + beginning
            + "'; its output:\n"
            + output());
  }

  private String poll(long end) {
    try {
      String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line != null) {
        return line;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("waited too long for the process; its output:\n" + output());
  }

  /** Kills it as {@code kill -9} does: it learns nothing of it. Answers when it is gone. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /**
   * Waits for its end.
   *
   * @return its exit code; 137 where it was killed
   * @throws AssertionError where it is still there after a minute
   */
  public int exitCode() {
    return exitCode(LONGEST_WAIT);
  }

  /**
   * Waits for its end.
   *
   * @return its exit code; 137 where it was killed
   * @throws AssertionError where it is still there after that time
   */
  public int exitCode(Duration longest) {
    if (endsWithin(longest)) {
      return process.exitValue();
    }
    throw new AssertionError("the process does not end; its output:\n" + output());
  }

  /** Waits for its end, no longer than that; answers whether it has ended. */
  public boolean endsWithin(Duration longest) {
    try {
      return process.waitFor(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted; its output:\n" + output(), e);
    }
  }

  /** All it has written, errors included, once it has ended. */
  public String wholeOutput() {
    try {
      reader.join(LONGEST_WAIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return output();
  }

  /** All it has written so far, errors included. */
  public String output() {
    return String.join("\n", output);
  }

  /** Ends it if it still runs. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
