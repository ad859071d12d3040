package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command line as people use it, on SQLite files: everything but the process itself is real.
 */
class CommandLineTest {

  @TempDir Path folder;

  private final Map<String, String> variables = new HashMap<>();
  private String answers = "";

  private record Said(int exit, String out, String err) {}

  private Said run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
            false,
            false,
            false);
    int exit = new Shell(terminal, variables, folder).run(args);
    terminal.flush();
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void project() throws IOException {
    write(
        "liftlock.yaml",
        """
        environments:
          development:
            databases: {main: "sqlite:main.db"}
            disposable: true
        log: {file: logs/run.log}
        """);
    write("migrations/001_a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY);\n");
    write("migrations/001_a_rollback.sql", "DROP TABLE a;\n");
    write("migrations/002_b.sql", "CREATE TABLE b (id INTEGER PRIMARY KEY);\n");
    write("migrations/002_b_rollback.sql", "DROP TABLE b;\n");
  }

  @Test
  void anUnknownCommandIsWrongUsageWithWhatWasMeant() {
    Said said = run("statsu");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("there is no command statsu", "did you mean liftlock status?");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void anUnknownOptionIsWrongUsageWithWhatWasMeant() {
    Said said = run("migrate", "--dry-rum");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("no option --dry-rum", "did you mean --dry-run?");
  }

  @Test
  void wrongUsageIsADocumentWhereJsonIsWanted() {
    Said said = run("--format", "json", "migrate", "--steps", "none");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).contains("\"exit\" : 2", "\"code\" : ");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void withoutACommandTheHelpNamesEveryCommand() {
    Said said = run();
    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains(Catalog.names());
  }

  @Test
  void theHelpOfEveryCommandHasAnExample() {
    for (String name : Catalog.names()) {
      Said said = run(name, "--help");
      assertThat(said.exit()).as(name).isZero();
      if (!name.equals("version")) {
        assertThat(said.out()).as(name).contains("Example");
      }
    }
  }

  @Test
  void globalOptionsStandBeforeOrBehindTheCommand() throws IOException {
    project();
    assertThat(run("--quiet", "current").out()).isEqualTo("base\n");
    assertThat(run("current", "--quiet").out()).isEqualTo("base\n");
    assertThat(run("-C", folder.resolve("migrations").toString(), "current").out())
        .isEqualTo("base\n");
  }

  @Test
  void anUnknownKeyOfTheConfigurationIsToldWithItsPlace() throws IOException {
    write("liftlock.yaml", "migration: sql\n");
    Said said = run("status");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("CONFIG_KEY_UNKNOWN", "liftlock.yaml:1:1", "migrations?");
  }

  @Test
  void withoutAnyDatabaseTheWaysToNameOneAreTold() throws IOException {
    write("migrations/001_a.sql", "SELECT 1;\n");
    Said said = run("status");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("--url", "DATABASE_URL", "liftlock init");
  }

  @Test
  void upDownAndUpAgain() throws IOException {
    project();
    assertThat(run("check").exit()).isEqualTo(1);
    assertThat(run("migrate").out()).contains("applied 2 migrations");
    assertThat(run("check").exit()).isZero();
    assertThat(run("current").out()).isEqualTo("002\n");
    assertThat(run("downgrade", "-1").out()).contains("002_b", "reverted 1 migration");
    assertThat(run("current").out()).isEqualTo("001\n");
    assertThat(run("upgrade", "head").exit()).isZero();
    assertThat(run("rollback", "base").out()).contains("reverted 2 migrations");
    assertThat(run("rollback").out()).contains("nothing to do");
    Said history = run("history", "--format", "json");
    assertThat(history.out()).contains("\"direction\" : \"down\"", "\"version\" : \"002\"");
    assertThat(Files.readString(folder.resolve("logs/run.log")))
        .contains("command migrate", "migrate 001_a done");
  }

  @Test
  void aStatementThatFailsIsToldWithItsPlaceAndNothingOfItIsKept() throws IOException {
    project();
    write(
        "migrations/003_c.sql", "CREATE TABLE c (id INTEGER);\nINSERT INTO nowhere VALUES (1);\n");
    Said said = run("migrate");
    assertThat(said.exit()).isEqualTo(4);
    assertThat(said.err()).contains("STATEMENT_FAILED", "migrations/003_c.sql:2:");
    assertThat(run("current").out()).isEqualTo("002\n");
  }

  @Test
  void anEditIsShownAndRefusedAndCanBeAccepted() throws IOException {
    project();
    run("migrate");
    write("migrations/001_a.sql", "-- a comment\nCREATE TABLE a (id INTEGER PRIMARY KEY);\n");
    assertThat(run("repair").exit()).isZero();
    write("migrations/001_a.sql", "CREATE TABLE a (id TEXT PRIMARY KEY);\n");
    Said status = run("status");
    assertThat(status.out()).contains("1 edited");
    assertThat(run("migrate").exit()).isEqualTo(3);
    Said shown = run("repair");
    assertThat(shown.exit()).isEqualTo(1);
    assertThat(shown.err()).contains("INTEGER", "TEXT", "migrations/001_a.sql:1");
    assertThat(run("repair", "--accept", "1").exit()).isEqualTo(2);
    assertThat(run("repair", "--accept", "1", "--reason", "same type").exit()).isZero();
    assertThat(run("check").exit()).isZero();
    assertThat(run("history").out()).contains("repair", "same type");
  }

  @Test
  void aPlanIsWrittenAndRunAndRefusedWhenTheWorldHasMoved() throws IOException {
    project();
    Said dry = run("migrate", "--to", "001", "--dry-run");
    assertThat(dry.out()).contains("CREATE TABLE a").doesNotContain("CREATE TABLE b");
    assertThat(run("migrate", "--to", "001", "--plan-out", "plan.json").exit()).isZero();
    assertThat(run("current").out()).isEqualTo("base\n");
    assertThat(run("migrate", "--plan", "plan.json").exit()).isZero();
    assertThat(run("current").out()).isEqualTo("001\n");
    Said again = run("migrate", "--plan", "plan.json");
    assertThat(again.exit()).isEqualTo(3);
    assertThat(again.err()).contains("PLAN_OUTDATED");
    write("other.json", "{}");
    assertThat(run("migrate", "--plan", "other.json").exit()).isEqualTo(2);
  }

  @Test
  void theVersionIsWrittenIntoAFileOfVariables() throws IOException {
    project();
    Path file = write("app.env", "PORT=80\nexport SCHEMA_VERSION=old\n# end\n");
    assertThat(run("migrate", "--write-env", "app.env").exit()).isZero();
    assertThat(file).hasContent("PORT=80\nexport SCHEMA_VERSION=002\n# end\n");
  }

  @Test
  void stampAsksAndRecordsOnlyWhenSomebodySaysYes() throws IOException {
    project();
    answers = "n\n";
    Said refused = run("stamp", "head");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("CONFIRMATION_MISSING");
    assertThat(run("current").out()).isEqualTo("base\n");
    assertThat(run("force-version", "1", "--yes").exit()).isZero();
    assertThat(run("current").out()).isEqualTo("001\n");
  }

  @Test
  void detectFindsWhatIsThere() throws IOException {
    project();
    run("migrate", "--to", "1");
    run("stamp", "base", "--yes");
    Said said = run("stamp", "--detect");
    assertThat(said.out()).contains("001_a").containsPattern("002_b +main +not there");
    assertThat(said.err()).contains("liftlock stamp 001");
  }

  @Test
  void resetNeedsADisposableEnvironment() throws IOException {
    project();
    run("migrate");
    assertThat(run("reset", "--yes").out()).contains("applied 2 migrations");
    Said refused = run("reset", "--yes", "--url", "sqlite:main.db");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("NOT_DISPOSABLE");
    assertThat(run("current").out()).isEqualTo("002\n");
  }

  @Test
  void resetNeverDropsWhatAVariableNames() throws IOException {
    project();
    write(
        "liftlock.yaml",
        """
        environments:
          development:
            databases: {main: "${DATABASE_URL:-sqlite:main.db}"}
            disposable: true
        """);
    assertThat(run("reset", "--yes").exit()).isZero();
    variables.put("DATABASE_URL", "sqlite:precious.db");
    run("migrate");
    Said refused = run("reset", "--yes");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("NOT_DISPOSABLE", "the variable DATABASE_URL");
    variables.clear();
    write(".env", "DATABASE_URL=sqlite:precious.db\n");
    assertThat(run("reset", "--yes").exit()).isEqualTo(3);
    assertThat(run("history").out()).doesNotContain("down").contains("001_a", "002_b");
  }

  @Test
  void aScriptSetsWhatTheMigrationSets() throws IOException {
    write("migrations/001_a.sql", "-- Settings: work_mem=32MB\nCREATE TABLE a (id integer);\n");
    assertThat(run("sql", "base:head", "--url", "postgresql://nobody.invalid/x").out())
        .contains("set_config('work_mem', '32MB', false)", "RESET work_mem;");
  }

  @Test
  void severalDatabasesHaveAScriptEach() throws IOException {
    project();
    write(
        "liftlock.yaml",
        """
        environments:
          development:
            databases: {main: "sqlite:main.db", trades: "sqlite:trades.db"}
        assign: {"001*": main, "002*": trades}
        """);
    Said said = run("sql", "base:head");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("main and trades", "--out DIR");
    assertThat(run("sql", "base:head", "--out", "scripts").out())
        .isEqualTo("wrote  scripts/main.sql\nwrote  scripts/trades.sql\n");
    assertThat(folder.resolve("scripts/main.sql")).content().contains("CREATE TABLE a");
    assertThat(folder.resolve("scripts/trades.sql"))
        .content()
        .contains("CREATE TABLE b")
        .doesNotContain("CREATE TABLE a");
    assertThat(run("sql", "base:head", "--database", "trades").out()).contains("CREATE TABLE b");
  }

  @Test
  void aScriptForARangeLeadsUpAndDown() throws IOException {
    project();
    assertThat(run("sql", "base:head").out()).contains("CREATE TABLE a", "CREATE TABLE b");
    assertThat(run("sql", "001:002").out())
        .contains("CREATE TABLE b")
        .doesNotContain("CREATE TABLE a (");
    assertThat(run("sql", "002:001").out())
        .contains("DROP TABLE b")
        .doesNotContain("DROP TABLE a;");
    assertThat(run("sql", "1:2:3").exit()).isEqualTo(2);
    assertThat(folder.resolve("main.db")).doesNotExist();
  }

  @Test
  void newContinuesTheNumbersAndOverwritesNothing() throws IOException {
    project();
    Said said = run("new", "Add notes");
    assertThat(said.out()).contains("migrations/003_add_notes.sql", "003_add_notes_rollback.sql");
    assertThat(run("new", "Add notes").out()).contains("004_add_notes.sql");
    assertThat(run("heads").out()).startsWith("004_add_notes");
  }

  @Test
  void showTellsStatementsAndRollback() throws IOException {
    project();
    assertThat(run("show", "2").out()).contains("002_b", "CREATE TABLE b", "DROP TABLE b");
    Said unknown = run("show", "7");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("MIGRATION_UNKNOWN");
  }

  @Test
  void nothingIsChangedWhereOneOfSeveralDatabasesIsOutOfReach() throws IOException {
    project();
    write(
        "liftlock.yaml",
        """
        environments:
          development:
            databases:
              main: sqlite:main.db
              other: postgresql://nobody:hidden@127.0.0.1:1/none
        """);
    write("migrations/001_a.sql", "-- Database: main\nCREATE TABLE a (id INTEGER);\n");
    write("migrations/002_b.sql", "-- Database: other\nCREATE TABLE b (id INTEGER);\n");
    Said said = run("migrate");
    assertThat(said.exit()).isEqualTo(4);
    assertThat(said.err()).contains("CONNECTION_FAILED").doesNotContain("hidden");
    assertThat(run("current", "--database", "main").out()).isEqualTo("base\n");
    Said check = run("check");
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.err()).contains("the check could not be made", "CONNECTION_FAILED");
    assertThat(run("doctor").exit()).isEqualTo(1);
    assertThat(run("doctor").out()).contains("SQLite").doesNotContain("hidden");
  }

  @Test
  void statusAsADocumentHasTheFieldsThatArePublic() throws IOException {
    project();
    run("migrate", "--to", "1");
    assertThat(run("status", "--format", "json").out())
        .contains(
            "\"command\" : \"status\"",
            "\"name\" : \"main\"",
            "\"head\" : \"001\"",
            "\"applied\" : 1",
            "\"pending\" : [ \"002\" ]",
            "\"late\" : [ ]",
            "\"edited\" : [ ]",
            "\"missing\" : [ ]",
            "\"stopped\" : null");
  }

  @Test
  void colourIsOnlyForTerminalsThatWantIt() {
    assertThat(Style.RED.wrap("x")).isEqualTo("\u001b[31mx\u001b[0m");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(stream, stream, new ByteArrayInputStream(new byte[0]), true, false, false);
    assertThat(terminal.paint(Style.RED, "x")).contains("\u001b");
    GlobalOptions options = new GlobalOptions();
    options.noColor = true;
    terminal.configure(options);
    assertThat(terminal.paint(Style.RED, "x")).isEqualTo("x");
  }
}
