package io.liftlock.sqlite;

import static io.liftlock.sqlite.Workshop.bare;
import static io.liftlock.sqlite.Workshop.failure;
import static io.liftlock.sqlite.Workshop.migrate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PRAGMA foreign_keys is honoured although every migration is a transaction. */
final class ForeignKeysTest {

  private static final String ACCOUNTS_AND_TRADES =
      """
      CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT);
      CREATE TABLE trade (
        id INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE
      );
      INSERT INTO account VALUES (1, 'a'), (2, 'b');
      INSERT INTO trade VALUES (10, 1), (11, 2);
      """;

  private static final String REBUILD =
      """
      CREATE TABLE account_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      INSERT INTO account_new SELECT id, name FROM account;
      DROP TABLE account;
      ALTER TABLE account_new RENAME TO account;
      """;

  @TempDir Path folder;
  private ByHand file;
  private Database database;

  @BeforeEach
  void prepare() throws StatementFailure {
    file = new ByHand(folder.resolve("trades.db"));
    database = open("");
    database.history().prepare();
    migrate(database, "1", ACCOUNTS_AND_TRADES);
  }

  private Database open(String parameters) {
    return Workshop.open("sqlite:" + folder.resolve("trades.db") + parameters);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRAGMA foreign_keys = OFF",
        "pragma foreign_keys=0",
        "PRAGMA main.foreign_keys(no)",
        "/* first */ PRAGMA\n\"foreign_keys\" = 'off' -- so"
      })
  void aRebuiltParentKeepsTheRowsOfItsChildren(String off) throws StatementFailure {
    // Where the application's connections enforce them, as they should.
    database.close();
    database = open("?foreign_keys=on");
    migrate(database, "2", off + "\n;" + REBUILD + "PRAGMA foreign_keys = ON;");
    assertThat(file.ask("SELECT count(*) FROM trade")).contains("2");
    assertThat(file.ask("SELECT count(*) FROM account")).contains("2");
    assertThat(file.ask("SELECT \"notnull\" FROM pragma_table_info('account') WHERE name = 'name'"))
        .contains("1");
  }

  /** What every tool that only passes the pragma on does to its users' rows. */
  @Test
  void withoutThePragmaTheCascadeIsWhatTheScriptAsksFor() throws StatementFailure {
    database.close();
    database = open("?foreign_keys=on");
    migrate(database, "2", REBUILD);
    assertThat(file.ask("SELECT count(*) FROM trade")).contains("0");
  }

  @Test
  void aConnectionBeginsLikeTheShellWithoutEnforcement() throws StatementFailure {
    migrate(database, "2", REBUILD);
    assertThat(file.ask("SELECT count(*) FROM trade")).contains("2");
  }

  @Test
  void enforcementThatAScriptAsksForIsThere() {
    StatementFailure failure =
        failure(database, "2", "PRAGMA foreign_keys = ON; INSERT INTO trade VALUES (12, 99)");
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
    assertThat(failure.problem().message()).contains("FOREIGN KEY constraint failed");
    assertThat(file.ask("SELECT count(*) FROM trade")).contains("2");
  }

  @Test
  void rowsThatLostTheirParentAreFoundBeforeTheCommit() {
    StatementFailure failure =
        failure(
            database,
            "2",
            "PRAGMA foreign_keys = OFF;" + REBUILD + "DELETE FROM account WHERE id = 2;");
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.FOREIGN_KEYS_VIOLATED);
    assertThat(failure.problem().message()).contains("1 row of trade without their row in account");
    assertThat(file.ask("SELECT count(*) FROM account")).contains("2");
    assertThat(file.ask("SELECT count(*) FROM sqlite_schema WHERE name = 'account_new'"))
        .contains("0");
    assertThat(database.history().read().entries()).hasSize(1);
  }

  @Test
  void rowsThatHadNoParentBeforeAreNotTheMigrationsFault() throws StatementFailure {
    file.run("INSERT INTO trade VALUES (12, 99), (13, 98)");
    migrate(database, "2", "PRAGMA foreign_keys = OFF;" + REBUILD);
    assertThat(file.ask("SELECT count(*) FROM trade")).contains("4");
  }

  @Test
  void aParentWithoutAUniqueKeyIsNotTheMigrationsFaultEither() throws StatementFailure {
    file.run("CREATE TABLE odd (name TEXT REFERENCES account (name))");
    migrate(database, "2", "PRAGMA foreign_keys = OFF;" + REBUILD);
    StatementFailure failure =
        failure(
            database,
            "3",
            "PRAGMA foreign_keys = OFF; CREATE TABLE odder (name TEXT REFERENCES account (name))");
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.FOREIGN_KEYS_VIOLATED);
    assertThat(failure.problem().message()).contains("foreign key mismatch");
  }

  @Test
  void theSwitchEndsWithItsMigration() throws StatementFailure {
    database.close();
    database = open("?foreign_keys=on");
    migrate(database, "2", "PRAGMA foreign_keys = OFF;" + REBUILD);
    StatementFailure failure = failure(database, "3", "INSERT INTO trade VALUES (12, 99)");
    assertThat(failure.problem().message()).contains("FOREIGN KEY constraint failed");
  }

  @Test
  void theSwitchEndsWithItsMigrationAlsoInsideOneTransaction() throws StatementFailure {
    List<Work> both = Workshop.migration(database, "2", "PRAGMA foreign_keys = ON; SELECT 1");
    both.addAll(Workshop.work("INSERT INTO trade VALUES (12, 99)"));
    database.session().atomically(both);
    assertThat(file.ask("SELECT count(*) FROM trade")).contains("3");
  }

  @Test
  void twoValuesInOneTransactionAreRefusedBeforeAnythingRuns() {
    StatementFailure failure =
        failure(
            database,
            "2",
            "PRAGMA foreign_keys = OFF;\n"
                + REBUILD
                + "PRAGMA foreign_keys = ON;\nCREATE INDEX t ON trade (account);\n"
                + "DELETE FROM account WHERE id = 1;");
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.FOREIGN_KEYS_NOT_SWITCHED);
    assertThat(failure.workIndex()).isEqualTo(7);
    assertThat(failure.problem().place()).isEqualTo(new Place("001_test.sql", 8, 1));
    assertThat(file.ask("SELECT count(*) FROM account")).contains("2");
  }

  @Test
  void aFailureBringsTheOldValueBack() throws StatementFailure {
    failure(database, "2", "PRAGMA foreign_keys = ON; INSERT INTO nowhere VALUES (1)");
    database.session().atomically(Workshop.work("INSERT INTO trade VALUES (12, 99)"));
    assertThat(file.ask("SELECT count(*) FROM trade")).contains("3");
  }

  @Test
  void aScriptWithItsOwnTransactionIsCheckedBeforeItsCommit() throws StatementFailure {
    database.session().configure(Workshop.PATIENT, Map.of());
    for (String sql :
        List.of("PRAGMA foreign_keys = OFF", "BEGIN", "DELETE FROM account WHERE id = 2")) {
      database.session().run(bare(sql));
    }
    StatementFailure failure =
        catchThrowableOfType(StatementFailure.class, () -> database.session().run(bare("COMMIT")));
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.FOREIGN_KEYS_VIOLATED);
    database.session().rollback();
    assertThat(file.ask("SELECT count(*) FROM account")).contains("2");
  }

  @Test
  void aSwitchInsideAScriptsOwnTransactionIsRefused() throws StatementFailure {
    database.session().run(bare("BEGIN"));
    StatementFailure failure =
        catchThrowableOfType(
            StatementFailure.class, () -> database.session().run(bare("PRAGMA foreign_keys = ON")));
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.FOREIGN_KEYS_NOT_SWITCHED);
    database.session().rollback();
  }

  @Test
  void aMigrationInSeveralPartsIsCheckedAtItsEnd() throws StatementFailure {
    database.session().configure(Workshop.PATIENT, Map.of());
    database.session().run(bare("PRAGMA foreign_keys = OFF"));
    database.session().configure(Workshop.PATIENT, Map.of());
    database.session().atomically(Workshop.work("DELETE FROM account WHERE id = 2"));
    database.session().run(bare("PRAGMA foreign_keys = ON"));
    StatementFailure failure =
        catchThrowableOfType(
            StatementFailure.class,
            () -> database.session().atomically(Workshop.migration(database, "2", "SELECT 1")));
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.FOREIGN_KEYS_VIOLATED);
  }
}
