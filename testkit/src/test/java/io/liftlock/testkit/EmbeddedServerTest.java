package io.liftlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.LocalServer;
import io.liftlock.core.database.LocalServer.Life;
import io.liftlock.core.database.ServerSource.Lease;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.UserError;
import io.liftlock.embedded.EmbeddedServerSource;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of an embedded server, seen by those who use it. */
class EmbeddedServerTest {

  private static final DatabaseUrl MAIN = DatabaseUrl.parse("embedded:main");

  private final EmbeddedServerSource source = new EmbeddedServerSource();

  @TempDir Path project;

  /** Leases a server, says where, and holds it until its input ends. */
  static final class User {
    public static void main(String[] arguments) throws IOException {
      try (Lease lease =
          new EmbeddedServerSource().lease(DatabaseUrl.parse(arguments[0]), Path.of(""))) {
        System.out.println("leased " + lease.url());
        while (System.in.read() >= 0) {}
      }
    }
  }

  /** Keeps the address of a lease and forgets the lease. */
  static final class Forgetful {
    public static void main(String[] arguments) throws Exception {
      Lease lease = new EmbeddedServerSource().lease(MAIN, Path.of(""));
      DatabaseUrl url = lease.url();
      WeakReference<Lease> forgotten = new WeakReference<>(lease);
      lease = null;
      while (forgotten.get() != null) {
        System.gc();
      }
      // What the collector closes it closes a moment later, on a thread of its own.
      for (int i = 0; i < 50; i++) {
        System.gc();
        value(url, "SELECT 1");
      }
      System.out.println("answered " + value(url, "SELECT 1"));
    }
  }

  private Forked user() {
    return Forked.start(project, List.of(), User.class.getName(), "embedded:main");
  }

  @AfterEach
  void nothingRunsAfterwards() throws Exception {
    for (LocalServer server : source.servers(project)) {
      source.stop(server);
      awaitStopped();
    }
  }

  private LocalServer main() {
    List<LocalServer> servers = source.servers(project);
    assertThat(servers).hasSize(1);
    return servers.get(0);
  }

  /** Waits for processes' ends, which the kernel tells; no time is assumed. */
  private void awaitStopped() throws Exception {
    Path folder = main().folder();
    for (String file : List.of("server.pid", "supervisor.pid")) {
      ProcessHandle process = process(folder.resolve(file));
      if (process != null) {
        process.onExit().get(60, java.util.concurrent.TimeUnit.SECONDS);
      }
    }
    assertThat(main().life()).isEqualTo(Life.STOPPED);
    assertThat(folder.resolve("users")).doesNotExist();
    assertThat(processesOf(folder)).isEmpty();
  }

  private static ProcessHandle process(Path file) throws IOException {
    return Files.exists(file)
        ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElse(null)
        : null;
  }

  private static List<String> processesOf(Path folder) {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(line -> line.contains(folder.toString()))
        .toList();
  }

  private static String value(DatabaseUrl url, String sql) throws SQLException {
    try (Connection connection = ScratchDatabase.connect(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private static void execute(DatabaseUrl url, String sql) throws SQLException {
    try (Connection connection = ScratchDatabase.connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void dataSurvivesTheEndOfItsServer() throws Exception {
    try (Lease lease = source.lease(MAIN, project)) {
      assertThat(value(lease.url(), "SELECT current_database()")).isEqualTo("main");
      assertThat(value(lease.url(), "SHOW fsync")).isEqualTo("on");
      execute(lease.url(), "CREATE TABLE kept AS SELECT 1 AS a");
    }
    awaitStopped();
    try (Lease lease = source.lease(MAIN, project)) {
      assertThat(value(lease.url(), "SELECT a FROM kept")).isEqualTo("1");
    }
  }

  @Test
  void secondUserJoinsAndTheLastOneStopsTheServer() throws Exception {
    Lease first = source.lease(MAIN, project);
    Lease second = source.lease(MAIN, project);
    assertThat(second.url()).hasToString(first.url().toString());

    first.close();
    assertThat(value(second.url(), "SELECT 1")).isEqualTo("1");
    assertThat(main().life()).isEqualTo(Life.IN_USE);

    second.close();
    awaitStopped();
  }

  @Test
  void leavingAndComingAtOnceNeverPullsTheServerAway() throws Exception {
    Lease lease = source.lease(MAIN, project);
    for (int i = 0; i < 30; i++) {
      lease.close();
      lease = source.lease(MAIN, project);
      assertThat(value(lease.url(), "SELECT 1")).isEqualTo("1");
    }
    lease.close();
    awaitStopped();
  }

  @Test
  void killedUserLeavesNoServerBehind() throws Exception {
    try (Forked user = user()) {
      user.await("leased ");
      assertThat(main().life()).isEqualTo(Life.IN_USE);
      user.kill();
      awaitStopped();
    }
  }

  @Test
  void killedUserEndsNobodyElsesServer() throws Exception {
    try (Forked user = user()) {
      user.await("leased ");
      try (Lease lease = source.lease(MAIN, project)) {
        user.kill();
        for (int i = 0; i < 20; i++) {
          assertThat(value(lease.url(), "SELECT 1")).isEqualTo("1");
        }
      }
    }
    awaitStopped();
  }

  @Test
  void forgottenLeaseLastsAsLongAsItsProcess() throws Exception {
    try (Forked user = Forked.start(project, List.of(), Forgetful.class.getName())) {
      assertThat(user.await("answered ")).isEqualTo("1");
      assertThat(user.exitCode()).isZero();
    }
    awaitStopped();
  }

  @Test
  void severalStartersAtOnceShareOneServer() throws Exception {
    List<Forked> users = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      users.add(user());
    }
    List<String> urls = users.stream().map(user -> user.await("leased ")).distinct().toList();
    assertThat(urls).hasSize(1);
    users.forEach(Forked::kill);
    awaitStopped();
  }

  @Test
  void keptServerRunsOnUntilItIsStopped() throws Exception {
    LocalServer kept = source.start(MAIN, project);
    assertThat(kept.life()).isEqualTo(Life.KEPT);
    source.lease(MAIN, project).close();
    assertThat(value(kept.url(), "SELECT 1")).isEqualTo("1");
    assertThat(main().life()).isEqualTo(Life.KEPT);

    assertThat(source.stop(kept).life()).isEqualTo(Life.STOPPED);
    awaitStopped();
    assertThat(source.stop(kept).life()).isEqualTo(Life.STOPPED);
  }

  @Test
  void stoppingLeavesCommandsInPeace() throws Exception {
    source.start(MAIN, project);
    try (Lease lease = source.lease(MAIN, project)) {
      assertThat(source.stop(main()).life()).isEqualTo(Life.IN_USE);
      assertThat(value(lease.url(), "SELECT 1")).isEqualTo("1");
    }
    awaitStopped();
  }

  @Test
  void crashedServerRecovers() throws Exception {
    try (Lease lease = source.lease(MAIN, project)) {
      execute(lease.url(), "CREATE TABLE committed AS SELECT 1 AS a");
      ProcessHandle server = process(main().folder().resolve("server.pid"));
      server.destroyForcibly();
      server.onExit().get();

      try (Lease again = source.lease(MAIN, project)) {
        assertThat(value(again.url(), "SELECT a FROM committed")).isEqualTo("1");
      }
    }
    awaitStopped();
  }

  @Test
  void serverThatOutlivedItsSupervisorIsTakenOver() throws Exception {
    Lease first = source.lease(MAIN, project);
    ProcessHandle supervisor = process(main().folder().resolve("supervisor.pid"));
    ProcessHandle server = process(main().folder().resolve("server.pid"));
    supervisor.destroyForcibly();
    supervisor.onExit().get();

    Lease second = source.lease(MAIN, project);
    assertThat(second.url()).hasToString(first.url().toString());
    second.close();
    assertThat(value(first.url(), "SELECT 1")).isEqualTo("1");

    first.close();
    server.onExit().get();
    awaitStopped();
  }

  @Test
  void processNumbersOfAnEarlierLifeAreNotTrusted() throws Exception {
    source.lease(MAIN, project).close();
    awaitStopped();
    Path folder = main().folder();
    // As after a power failure, when the numbers belong to others: here, to this very process.
    String mine = ProcessHandle.current().pid() + "\n";
    Files.writeString(folder.resolve("supervisor.pid"), mine);
    Files.writeString(folder.resolve("server.pid"), mine);
    Files.writeString(
        folder.resolve("data/postmaster.pid"),
        mine + folder.resolve("data") + "\n1\n5432\n\n127.0.0.1\n         1         1\nready   \n");

    try (Lease lease = source.lease(MAIN, project)) {
      assertThat(value(lease.url(), "SELECT 1")).isEqualTo("1");
    }
    awaitStopped();
  }

  @Test
  void halfMadeDataFolderIsMadeAnew() throws Exception {
    Path folder = project.resolve(".liftlock/embedded/main-18");
    Files.createDirectories(folder.resolve("data.new/base"));
    Files.writeString(folder.resolve("data.new/PG_VERSION"), "18\n");

    try (Lease lease = source.lease(MAIN, project)) {
      assertThat(value(lease.url(), "SELECT 1")).isEqualTo("1");
    }
    awaitStopped();
  }

  @Test
  void nobodyGetsInWithoutThePassword() throws Exception {
    try (Lease lease = source.lease(MAIN, project)) {
      DatabaseUrl guess =
          DatabaseUrl.parse("postgresql://liftlock:guess@" + lease.url().location().substring(2));
      assertThatThrownBy(() -> value(guess, "SELECT 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(main().passwordFile())))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(main().folder())))
          .isEqualTo("rwx------");
      assertThat(main().toString()).doesNotContain(lease.url().password());
    }
    awaitStopped();
    assertThat(main().folder().resolve("server.log"))
        .content()
        .doesNotContain(Files.readString(main().passwordFile()));
  }

  @Test
  @EnabledIf("isRoot")
  void rootThatMayNotMakeNamespacesRunsItAsNobody(@TempDir Path tools) throws Exception {
    for (String tool : "sh id setpriv setsid mkfifo mv rm cat sleep".split(" ")) {
      Files.copy(
          Path.of("/usr/bin", tool), tools.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Map<String, String> environment = Map.of("PATH", tools.toString());

    try (Forked user =
        Forked.start(project, List.of(), environment, User.class.getName(), "embedded:main")) {
      assertThatThrownBy(() -> user.await("leased ")).hasMessageContaining("chmod o+x " + project);
    }

    Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("rwx--x--x"));
    try (Forked user =
        Forked.start(project, List.of(), environment, User.class.getName(), "embedded:main")) {
      user.await("leased ");
      assertThat(process(main().folder().resolve("server.pid")).info().user()).hasValue("nobody");
      user.kill();
    }
    awaitStopped();

    // And back: data that nobody owns is taken by whoever runs the server now.
    try (Lease lease = source.lease(MAIN, project)) {
      assertThat(value(lease.url(), "SELECT 1")).isEqualTo("1");
    }
    awaitStopped();
  }

  static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  @Test
  void serverThatCannotStartSaysWhy() throws Exception {
    source.lease(MAIN, project).close();
    awaitStopped();
    Files.writeString(main().folder().resolve("data/postgresql.conf"), "max_connections = many\n");

    assertThatThrownBy(() -> source.lease(MAIN, project))
        .isInstanceOfSatisfying(
            DatabaseError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVER_START_FAILED))
        .hasMessageContaining("invalid value for parameter \"max_connections\"")
        .hasMessageContaining("server.log");
    awaitStopped();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "embedded:../etc",
        "embedded:a b",
        "embedded:main?version=13",
        "embedded:main?versoin=16",
        "embedded:main?durability=some"
      })
  void urlThatMakesNoSenseIsRefused(String url) {
    assertThatThrownBy(() -> source.lease(DatabaseUrl.parse(url), project))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_URL_INVALID));
    assertThat(project).isEmptyDirectory();
  }

  @Tag("majors")
  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  void everyMajorStarts(int major) throws Exception {
    DatabaseUrl url = DatabaseUrl.parse("embedded:main?version=" + major);
    try (Lease lease = source.lease(url, project)) {
      assertThat(value(lease.url(), "SHOW server_version_num")).startsWith(major + "00");
      assertThat(value(lease.url(), "SHOW data_checksums")).isEqualTo("on");
      assertThat(value(lease.url(), "SHOW server_encoding")).isEqualTo("UTF8");
    }
    awaitStopped();
  }
}
