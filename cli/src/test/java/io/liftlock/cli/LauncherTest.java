package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher at the root, with a Java and a Maven that only note how they were called, in a
 * folder whose name holds a space.
 */
class LauncherTest {

  @TempDir Path temporary;

  private Path base;
  private Path root;
  private Path launcher;
  private Path home;

  @BeforeEach
  void layOut() throws IOException {
    // As the launcher sees it: the temporary folder itself may be a link.
    base = Files.createDirectories(temporary.toRealPath().resolve("with space"));
    root = Files.createDirectories(base.resolve("repository"));
    Files.createDirectories(root.resolve("core/src/main"));
    Files.createDirectories(root.resolve("examples"));
    Files.writeString(root.resolve("pom.xml"), "");
    Files.writeString(root.resolve("core/pom.xml"), "");
    launcher = root.resolve("liftlock");
    Files.copy(Path.of(System.getProperty("liftlock.root"), "liftlock"), launcher);
    home = java("17.0.15");
    script(
        base.resolve("bin/mvn"),
        """
        echo build >> "%s"
        for argument in "$@"; do
          case $argument in
            -Dliftlock.dist=*) mkdir -p "${argument#-Dliftlock.dist=}/lib" ;;
          esac
        done
        : > "${0%%/bin/mvn}/repository/cli/target/command.new/lib/a.jar"
        """
            .formatted(base.resolve("builds")));
  }

  private Path java(String version) throws IOException {
    Path java = base.resolve("java-" + version);
    // Called for training and for the command; prints its arguments for the latter.
    script(
        java.resolve("bin/java"),
        """
        case "$*" in
          *SharedClassListFile*)
            for argument in "$@"; do
              case $argument in
                -XX:SharedArchiveFile=*) : > "${argument#-XX:SharedArchiveFile=}" ;;
              esac
            done ;;
          *DumpLoadedClassList*) ;;
          *) printf '%s\\n' "$@" ;;
        esac
        """);
    Files.writeString(
        java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return java;
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Ended(int exit, List<String> out, String err) {}

  private Process start(Path command, String... args) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(command.toString());
    line.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(line).directory(base.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("PATH", base.resolve("bin") + ":" + environment.get("PATH"));
    environment.put("JAVA_HOME", home.toString());
    environment.remove("LIFTLOCK_JAVA_OPTS");
    return builder.start();
  }

  private static Ended end(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), out.lines().toList(), err);
  }

  private Ended run(String... args) throws IOException, InterruptedException {
    return end(start(launcher, args));
  }

  private long builds() throws IOException {
    Path builds = base.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  @Test
  void theFirstUseBuildsAndSaysSoAndTheNextOneDoesNot() throws Exception {
    Ended first = run("status", "two words");
    assertThat(first.err()).contains("building the command", "preparing a quick start");
    assertThat(first.out()).endsWith("io.liftlock.cli.Main", "status", "two words");
    Ended second = run("version");
    assertThat(second.err()).isEmpty();
    assertThat(second.out())
        .contains("-XX:SharedArchiveFile=" + root + "/cli/target/command/start-17.0.15/classes")
        .endsWith("-cp", root + "/cli/target/command/lib/a.jar", "io.liftlock.cli.Main", "version");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void itWorksThroughLinks() throws Exception {
    Path link = Files.createSymbolicLink(base.resolve("bin/liftlock"), Path.of("other"));
    Files.createSymbolicLink(base.resolve("bin/other"), launcher);
    assertThat(end(start(link, "version")).out()).endsWith("io.liftlock.cli.Main", "version");
  }

  @Test
  void aNewerSourceBuildsAgain() throws Exception {
    run();
    Path source = Files.writeString(root.resolve("core/src/main/New.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(run().err()).contains("building the command");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void severalAtOnceBuildOnce() throws Exception {
    List<Process> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(start(launcher, "version"));
    }
    for (Process process : all) {
      Ended ended = end(process);
      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(ended.out()).endsWith("io.liftlock.cli.Main", "version");
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void anotherJavaGetsAQuickStartOfItsOwn() throws Exception {
    run();
    home = java("21.0.2");
    Ended ended = run("version");
    assertThat(ended.err()).contains("preparing a quick start for Java 21.0.2");
    assertThat(ended.out()).anyMatch(line -> line.endsWith("start-21.0.2/classes"));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aJavaThatIsTooOldOrMissingIsRefused() throws Exception {
    home = java("11.0.2");
    assertThat(run().err()).contains("Java 11.0.2 is too old");
    home = base.resolve("nowhere");
    Ended ended = run();
    assertThat(ended.err()).contains("JAVA_HOME is", "no bin/java");
    assertThat(ended.exit()).isEqualTo(2);
  }

  @Test
  void aBuildThatFailsIsToldAndTriedAgain() throws Exception {
    Path maven = base.resolve("bin/mvn");
    String good = Files.readString(maven);
    script(maven, "echo 'no such plugin'; exit 1\n");
    Ended failed = run("version");
    assertThat(failed.exit()).isEqualTo(2);
    assertThat(failed.err()).contains("no such plugin", "the build failed");
    Files.writeString(maven, good);
    assertThat(run("version").exit()).isZero();
  }
}
