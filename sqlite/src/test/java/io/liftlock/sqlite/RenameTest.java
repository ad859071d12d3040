package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RenameTest {

  private static final String BEFORE =
      """
      CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT CHECK (mail <> ''), "full name" TEXT);
      CREATE TABLE notes (user_id REFERENCES users (id) ON DELETE CASCADE, text TEXT);
      CREATE INDEX users_mail ON users (lower(mail)) WHERE mail IS NOT NULL;
      CREATE VIEW mails AS SELECT id, mail FROM users;
      CREATE TRIGGER touch AFTER UPDATE OF mail ON users BEGIN
        UPDATE notes SET text = text || NEW.mail WHERE user_id = OLD.id;
      END;
      INSERT INTO users VALUES (1, 'a@b', 'A'); INSERT INTO notes VALUES (1, 'x');
      """;

  @TempDir Path folder;

  private static Change.Rename rename(ObjectKind kind, List<String> from, List<String> to) {
    return new Change.Rename(new ObjectId(kind, from, ""), new ObjectId(kind, to, ""));
  }

  private Schema inspect() {
    try (Database database = Workshop.open(folder.resolve("state/test.db"))) {
      return database.inspector().inspect();
    }
  }

  /** Renames, compares with the schema that has the new names from the beginning, and back. */
  private void proves(String before, String after, Change.Rename... renames) {
    ByHand byHand = new ByHand(folder.resolve("state/test.db"));
    byHand.run(before);
    Schema from = inspect();
    byHand.run(new SqliteDriver().renderer().rename(from, List.of(renames)).text());
    Schema renamed = inspect();
    Path other = folder.resolve("state/other.db");
    new ByHand(other).run(after);
    try (Database database = Workshop.open(other)) {
      assertThat(SchemaDiff.between(renamed, database.inspector().inspect()).changes()).isEmpty();
    }
    List<Change.Rename> back = new ArrayList<>();
    for (Change.Rename rename : renames) {
      back.add(new Change.Rename(rename.to(), rename.from()));
    }
    Collections.reverse(back);
    byHand.run(new SqliteDriver().renderer().rename(renamed, back).text());
    assertThat(SchemaDiff.between(inspect(), from).changes()).isEmpty();
    assertThat(byHand.ask("SELECT count(*) FROM notes")).contains("1");
  }

  @Test
  void ofTablesAndColumnsIsFollowedByWhatMentionsThem() {
    proves(
        BEFORE,
        BEFORE
            .replace("users", "people")
            .replace("people_mail", "users_mail")
            .replace("mail ", "email ")
            .replace("(mail", "(email")
            .replace(", mail", ", email")
            .replace("NEW.mail", "NEW.email")
            .replace("id, email FROM", "id, email AS mail FROM")
            .replace("AS mail", "")
            .replace("users_email ON", "users_mail ON"),
        rename(ObjectKind.TABLE, List.of("users"), List.of("people")),
        rename(ObjectKind.COLUMN, List.of("people", "mail"), List.of("people", "email")));
  }

  @Test
  void ofTheCaseOfATable() {
    proves(
        BEFORE,
        BEFORE.replace("users", "Users").replace("Users_mail", "users_mail"),
        rename(ObjectKind.TABLE, List.of("users"), List.of("Users")));
  }

  @Test
  void ofAnIndexATriggerAndAView() {
    proves(
        BEFORE,
        BEFORE.replace("users_mail", "by mail").replace("INDEX by mail", "INDEX \"by mail\""),
        rename(ObjectKind.INDEX, List.of("users", "users_mail"), List.of("users", "by mail")));
    folder.resolve("state/test.db").toFile().delete();
    folder.resolve("state/other.db").toFile().delete();
    proves(
        BEFORE,
        BEFORE.replace("TRIGGER touch", "TRIGGER pat"),
        rename(ObjectKind.TRIGGER, List.of("users", "touch"), List.of("users", "pat")));
    folder.resolve("state/test.db").toFile().delete();
    folder.resolve("state/other.db").toFile().delete();
    proves(
        BEFORE,
        BEFORE.replace("VIEW mails", "VIEW addresses"),
        rename(ObjectKind.VIEW, List.of("mails"), List.of("addresses")));
  }

  @Test
  void isRefusedWhereOthersNameIt() {
    new ByHand(folder.resolve("state/test.db"))
        .run(BEFORE + "CREATE VIEW w AS SELECT * FROM mails;");
    Schema from = inspect();
    LiftlockException refused =
        catchThrowableOfType(
            LiftlockException.class,
            () ->
                new SqliteDriver()
                    .renderer()
                    .rename(
                        from, List.of(rename(ObjectKind.VIEW, List.of("mails"), List.of("x")))));
    assertThat(refused.code()).isEqualTo(ErrorCode.CHANGE_IMPOSSIBLE);
  }
}
