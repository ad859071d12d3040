package io.liftlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Texts kept in files, {@code src/test/golden/<area>/…}, that a test's results are compared with.
 * {@code -Dgolden=update} writes them anew. A file that no test uses fails the class:
 *
 * <pre>{@code
 * @RegisterExtension static final Golden GOLDEN = Golden.area("planner");
 * ...
 * GOLDEN.check("two-heads/plan.txt", text);
 * }</pre>
 *
 * Every area belongs to one test class.
 */
public final class Golden implements AfterEachCallback, AfterAllCallback {

  private final Path folder;
  private final boolean update;
  private final Set<Path> used = ConcurrentHashMap.newKeySet();
  private final Set<String> ran = ConcurrentHashMap.newKeySet();
  private volatile boolean failed;

  Golden(Path folder, boolean update) {
    this.folder = folder;
    this.update = update;
  }

  /** The files of an area of the module whose tests run. */
  public static Golden area(String area) {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    return new Golden(
        module.resolve("src/test/golden").resolve(area),
        "update".equals(System.getProperty("golden")));
  }

  /** The names of the folders in the area, sorted: one per case. */
  public List<String> cases() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isDirectory)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is such a file. */
  public boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  /** The path of a file that is an input; it counts as used. */
  public Path file(String file) {
    Path path = folder.resolve(file);
    used.add(path);
    return path;
  }

  /** The text of a file that is an input; it counts as used. */
  public String read(String file) {
    try {
      return Files.readString(file(file)).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares a text with a file, or writes the file where that is asked for. */
  public void check(String file, String actual) {
    Path path = file(file);
    String text = actual.endsWith("\n") || actual.isEmpty() ? actual : actual + "\n";
    if (update) {
      try {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return;
    }
    assertThat(Files.exists(path))
        .withFailMessage("%s is missing; -Dgolden=update writes:%n%s", path, text)
        .isTrue();
    assertThat(text)
        .as("compared with %s; -Dgolden=update accepts the difference", path)
        .isEqualTo(read(file));
  }

  /**
   * Fails where the area holds files that were neither read nor compared.
   *
   * @throws AssertionError naming them
   */
  public void assertAllUsed() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> unused =
          files.filter(Files::isRegularFile).filter(file -> !used.contains(file)).sorted().toList();
      assertThat(unused).as("golden files that no test uses").isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    context.getTestMethod().ifPresent(method -> ran.add(method.getName()));
    failed |= context.getExecutionException().isPresent();
  }

  /** Looks for unused files, unless only some of the tests ran or one failed. */
  @Override
  public void afterAll(ExtensionContext context) {
    Set<String> all = new HashSet<>();
    Arrays.stream(context.getRequiredTestClass().getDeclaredMethods())
        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
        .forEach(method -> all.add(method.getName()));
    if (!failed && ran.containsAll(all)) {
      assertAllUsed();
    }
  }
}
